# METADATA
# title: Container port in the node port range
# description: |
#   On virtual nodes the node ports of Services are open on the address of the pod itself. A container that listens on a
#   port from 30000 to 32767 collides with them, whether it declares the port or not.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
# custom:
#   severity: error
#   target: virtual
#   requirements: [VNP-53]
#   message: "Container {container} of {subject} uses port {port:plain}, which lies in the range of node ports (30000 to 32767)."
#   remediation: "Let the container listen on a port below 30000 or above 32767."
package rules.workload["node-port-range-container-port"]

import data.lib.port as port_number
import data.lib.violation
import data.lib.virtual

violations contains violation.at(container, ["ports", i, "containerPort"], _facts(container, port)) if {
	some container in virtual.containers
	some i, declared in container.value.ports
	port := port_number.node_port(declared.containerPort)
}

violations contains violation.graded(container, [hook, kind, "port"], facts, "warning") if {
	some container in virtual.containers
	some hook in ["livenessProbe", "readinessProbe", "startupProbe"]
	some kind in ["httpGet", "tcpSocket"]
	port := port_number.node_port(container.value[hook][kind].port)
	not _declared[container.pod][port]
	facts := _facts(container, port)
}

# The port is reported once, where it is declared, by whichever container of the pod declares it.
_declared[container.pod] contains port if {
	some container in virtual.containers
	some declared in container.value.ports
	port := port_number.node_port(declared.containerPort)
}

_facts(container, port) := {"container": container.name, "port": port}
