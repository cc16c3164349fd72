# METADATA
# title: Host port
# description: |
#   A host port or host address binds a container to the network of its node. Pods on virtual nodes have an address of their
#   own in the pod subnet and no node to bind to.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
# custom:
#   severity: error
#   target: virtual
#   requirements: [VNP-51, VNP-52, ARC-34]
#   message: "Container {container} of {subject} sets {field:plain} to {value:plain}, which virtual nodes do not support."
#   remediation: "Remove the field and use a Service, or run this workload on managed nodes."
package rules.workload["host-port"]

import data.lib.violation
import data.lib.virtual

_fields := {"hostIP": ["VNP-51"], "hostPort": ["VNP-52", "ARC-34"]}

violations contains violation.of(violation.at(container, ["ports", i, field], facts), ids) if {
	some container in virtual.containers
	some i, port in container.value.ports
	some field, ids in _fields
	value := port[field]
	not value in {null, "", 0, "0"}
	facts := {"container": container.name, "field": field, "value": value}
}
