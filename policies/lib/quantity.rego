# Whether the resources of a container can be known at all. Takes container entries; looks their pods' unknown places up.
package lib.quantity

# METADATA
# description: the container's resources, or the pod's own, hold something that cannot be resolved
unknown(container) if _unknown[container.id]

unknown(container) if _unknown[container.pod]

# METADATA
# description: ids of pods in which the resources of some container cannot be resolved
unknown_pods contains pod.id if {
	some pod in input.workloads.pods
	some place, _ in pod.unknown
	regex.match(`^(containers(\.[0-9]+(\.resources(\..*)?)?)?|(container|script)(\.resources(\..*)?)?|resources(\..*)?)$`, place)
}

_unknown contains pod.id if {
	some pod in input.workloads.pods
	some place, _ in pod.unknown
	regex.match(`^(containers|resources(\..*)?)$`, place)
}

_unknown contains concat("/", [pod.id, parts[0], parts[1]]) if {
	some pod in input.workloads.pods
	some place, _ in pod.unknown
	regex.match(`^containers\.[0-9]+(\.resources(\..*)?)?$`, place)
	parts := split(place, ".")
}

# The one container of a workflow's step.
_unknown contains concat("/", [pod.id, parts[0]]) if {
	some pod in input.workloads.pods
	some place, _ in pod.unknown
	regex.match(`^(container|script)(\.resources(\..*)?)?$`, place)
	parts := split(place, ".")
}
