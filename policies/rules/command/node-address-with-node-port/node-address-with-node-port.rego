# METADATA
# title: Node port reached through a node
# description: |
#   Virtual nodes have no address of their own that would answer on a node port: kube-proxy runs in each pod. A pod is reached by its own
#   address and the node port.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
# custom:
#   severity: notice
#   target: virtual
#   requirements: [VNC-10]
#   message: "{address} puts the address of a node and a node port together; on virtual nodes it is the address of a pod that answers there."
#   remediation: "Use the address of a pod with the node port, or a Service of type LoadBalancer."
package rules.command["node-address-with-node-port"]

import data.lib.violation
import data.lib.virtual

violations contains violation.at(script, ["node_ports", i], {"address": address}) if {
	some script in input.scripts
	virtual.bound(script)
	not script.ephemeral
	some i, address in script.node_ports
}
