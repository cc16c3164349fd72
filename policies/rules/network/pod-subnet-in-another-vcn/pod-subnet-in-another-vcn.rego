# METADATA
# title: Pod subnet in another VCN than the nodes
# description: |
#   Each node is attached to the node subnet and to the pod subnet. An instance cannot have VNICs in two VCNs, so both
#   subnets have to lie in the same one.
# related_resources:
#   - description: Using the OCI VCN-Native Pod Networking CNI plugin
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Concepts/contengpodnetworking_topic-OCI_CNI_plugin.htm
# custom:
#   severity: error
#   target: any
#   requirements: [CNI-03, SMN-28]
#   message: "{subject} puts pods into {pods:plain}, which lies in another VCN than the nodes."
#   remediation: "Choose a pod subnet of the VCN that the nodes are in."
package rules.network["pod-subnet-in-another-vcn"]

import data.lib.pool as node_pools
import data.lib.ref
import data.lib.subnet as subnets
import data.lib.violation

violations contains violation.of(violation.related(found, [{"item": theirs.id, "path": ["vcn"], "note": "the VCN of the nodes"}]), requirements) if {
	some pool in input.node_pools
	node_pools.native(pool)
	some used in node_pools.pod_subnets(pool)
	own := subnets.of(used.reference)
	theirs := [subnet |
		some node in node_pools.node_subnets(pool)
		subnet := subnets.of(node.reference)
		ref.different(subnet.vcn, own.vcn)
	][0]
	found := violation.at(pool, used.path, {"pods": own.address})
	requirements := {"self-managed": ["CNI-03", "SMN-28"], "managed": ["CNI-03"], "virtual": ["CNI-03"]}[pool.mode]
}
