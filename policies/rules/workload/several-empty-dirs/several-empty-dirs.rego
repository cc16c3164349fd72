# METADATA
# title: Several emptyDir volumes
# description: |
#   A pod on a virtual node can have one emptyDir volume, be it on disk or in memory. With a second one the pod cannot run
#   there.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
#   - description: Volumes in Kubernetes
#     ref: https://kubernetes.io/docs/concepts/storage/volumes/
# custom:
#   severity: error
#   target: virtual
#   requirements: [VNP-13]
#   message: "{subject} has {count} emptyDir volumes ({volumes:plain}), but virtual nodes support one for each pod."
#   remediation: Keep one emptyDir and mount its folders with subPath where the others were.
package rules.workload["several-empty-dirs"]

import data.lib.name
import data.lib.violation
import data.lib.virtual
import data.lib.volume

violations contains violation.related(violation.at(pod, ["volumes", second.index, "emptyDir"], facts), [other]) if {
	some pod in virtual.pods
	count(pod.spec.volumes) > 1
	found := _empty_dirs(pod)

	# Undefined where there is one, or none.
	[first, second] := array.slice(found, 0, 2)

	facts := {"count": count(found), "volumes": [empty_dir.name | some empty_dir in found]}
	other := {"item": pod.id, "path": ["volumes", first.index], "note": "the first emptyDir"}
}

# A patch that adds one to those of the pod that it changes.
violations contains violation.related(violation.at(pod, ["volumes", found[0].index, "emptyDir"], facts), others) if {
	some pod in virtual.pods
	count(pod.kept_empty_dirs) > 0
	found := _empty_dirs(pod)
	count(found) == 1
	kept := [empty_dir.name | some empty_dir in pod.kept_empty_dirs]
	facts := {"count": count(kept) + 1, "volumes": array.concat(kept, [found[0].name])}
	others := [{"item": empty_dir.item, "path": [], "note": "stays under this patch"} | some empty_dir in pod.kept_empty_dirs]
}

_empty_dirs(pod) := [{"index": i, "name": name.of(value)} |
	some i, value in pod.spec.volumes
	object.get(value, "$patch", "") != "delete"
	volume.empty_dir({"value": value, "partial": pod.partial})
	not _unknown(pod, i, value)
]

# A source that cannot be known, `emptyDir: ${CACHE}`, leaves a volume that only seems to have none.
_unknown(pod, i, value) if {
	not value.emptyDir
	some attribute, _ in pod.unknown
	startswith(attribute, $"volumes.{i}.")
}
