# METADATA
# title: Virtual node subnet of one availability domain
# description: |
#   A regional subnet serves virtual nodes in every availability domain. One that belongs to an availability domain ties
#   the nodes to it.
# related_resources:
#   - description: Deploy serverless Kubernetes with virtual nodes
#     ref: https://docs.oracle.com/en/solutions/deploy-app-with-oke-virtual-nodes/index.html
#   - description: Terraform provider, subnet
#     ref: https://registry.terraform.io/providers/oracle/oci/latest/docs/resources/core_subnet
# custom:
#   severity: warning
#   target: virtual
#   requirements: [VNT-17, ARC-04]
#   message: "{subject} belongs to one availability domain; virtual nodes of {pools:plain} are tied to it."
#   remediation: "Remove availability_domain from the subnet; it has to be made again."
package rules.network["zonal-virtual-node-subnet"]

import data.lib.cluster as clusters
import data.lib.subnet as subnets
import data.lib.violation

violations contains violation.related(found, clusters.related(virtual, "a pool whose nodes are in it")) if {
	some used in subnets.for_nodes
	used.subnet.availability_domain
	virtual := [pool | some pool in used.pools; pool.mode == "virtual"]
	count(virtual) > 0
	not _reported(used.subnet)
	found := violation.at(used.subnet, ["availability_domain"], {"pools": subnets.names(virtual)})
}

# As a subnet of pods it is an error already.
_reported(subnet) if {
	some used in subnets.for_pods
	used.subnet.id == subnet.id
}
