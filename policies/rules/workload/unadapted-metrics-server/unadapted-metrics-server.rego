# METADATA
# title: Unadapted Metrics Server
# description: |
#   On virtual nodes the Metrics Server must be deployed in another way than upstream does: without probes and host network, and
#   asking the port that the node status states.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
# custom:
#   severity: warning
#   target: virtual
#   requirements: [VNK-16]
#   message: "{subject} runs the Metrics Server as upstream deploys it; virtual nodes need an adapted one."
#   remediation: "Start from the metrics-server manifest in oracle-devrel/oci-oke-virtual-nodes, or use the add-on KubernetesMetricsServer of enhanced clusters."
package rules.workload["unadapted-metrics-server"]

import data.lib.violation
import data.lib.virtual

violations contains violation.at(container, ["image"], {}) if {
	some container in virtual.containers
	not container.partial
	contains(container.image.repository, "metrics-server")
	regex.match(`(^|/)metrics-server(-(amd64|arm64))?$`, container.image.repository)
	_unadapted(container)
}

_unadapted(container) if _probed(container.value)

_unadapted(container) if {
	not "--kubelet-use-node-status-port" in _arguments(container.value)
	not _hidden(container)
}

# A variant of upstream's for clusters whose pods cannot reach the nodes.
_unadapted(container) if {
	some pod in virtual.pods
	pod.id == container.pod
	pod.spec.hostNetwork == true
}

_probed(value) if value.livenessProbe != null

_probed(value) if value.readinessProbe != null

_arguments(value) := {argument | some list in ["command", "args"]; some argument in value[list]}

# Arguments that cannot be known may hold the option.
_hidden(container) if {
	some pod in virtual.pods
	some place, _ in pod.unknown
	some list in ["command", "args"]
	startswith($"{pod.id}/{replace(place, ".", "/")}/", $"{container.id}/{list}/")
}
