# Where the template of a pod stands in its object. A pod entry begins at its spec; the metadata beside it belongs to the object.
package lib.template

# METADATA
# description: an entry to report on and the path of the template's metadata in it
metadata(pod) := {"entry": {"id": pod.object}, "path": array.concat(_template(pod.kind), ["metadata"])}

_template(kind) := object.get(_elsewhere, kind, ["spec", "template"])

# A JobSet has several templates; their list is as near as the entry tells.
_elsewhere := {
	"CronJob": ["spec", "jobTemplate", "spec", "template"],
	"JobSet": ["spec", "replicatedJobs"],
	"Pod": [],
	"PodTemplate": ["template"],
	"ScaledJob": ["spec", "jobTargetRef", "template"],
}
