# Where the template of a pod stands in its object. A pod entry begins at its spec; the metadata beside it belongs to the object.
package lib.template

# METADATA
# description: an entry to report on and the path of the template's metadata in it
metadata(pod) := {
	"entry": {"id": pod.object},
	"path": array.concat(object.get(pod, "template", ["spec", "template"]), ["metadata"]),
}
