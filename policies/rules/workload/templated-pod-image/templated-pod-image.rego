# METADATA
# title: Templated image of a bare pod
# description: |
#   Virtual nodes do not carry out a change of the image of a pod that runs already. A Deployment makes new pods instead,
#   but a bare Pod whose image comes out of a template, or is set by another tool, is changed in place as soon as the value changes.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
# custom:
#   severity: warning
#   target: virtual
#   requirements: [VNP-65]
#   message: "The image of container {container} of {subject} ({image:plain}) is filled in or kept up to date by a tool; virtual nodes cannot change the image of a bare pod."
#   remediation: "Use a Deployment or a Job, or delete the pod before each change."
package rules.workload["templated-pod-image"]

import data.lib.violation
import data.lib.virtual

violations contains violation.at(container, ["image"], {"container": container.name, "image": container.value.image}) if {
	some container in virtual.containers
	_bare_ids[container.pod]
	_changing(container)
}

# A placeholder as a whole is no value at all.
violations contains violation.at({"id": id}, ["image"], {"container": container, "image": image}) if {
	some pod in _bare
	some place, image in pod.unknown
	regex.match(`^containers\.[0-9]+\.image$`, place)
	parts := split(place, ".")
	id := concat("/", [pod.id, parts[0], parts[1]])
	container := pod.spec.containers[to_number(parts[1])].name
}

_changing(container) if regex.match(`[^A-Za-z0-9._/:@+-]|__[A-Z]|@[A-Z]`, container.value.image)

# No registry takes names in capitals, and a tag that is called TAG waits for one.
_changing(container) if regex.match(`^[A-Z][A-Z_]+(/|:|$)|:([A-Z]+_)*(TAG|VERSION)$`, container.value.image)

# Another tool puts the tag in.
_changing(container) if container.image.set_elsewhere

_changing(container) if _automated[container.pod]

# A test of a Helm chart is a new pod each time; an exported pod was made by some controller.
_bare := [pod |
	some pod in virtual.pods
	pod.kind == "Pod"
	pod.group == ""
	not pod.exported
	not pod.annotations["helm.sh/hook"]
]

_bare_ids := {pod.id | some pod in _bare}

_automated contains pod.id if {
	some pod in _bare
	some key, _ in pod.annotations
	startswith(key, "keel.sh/")
}
