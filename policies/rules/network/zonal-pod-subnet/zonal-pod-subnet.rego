# METADATA
# title: Pod subnet of one availability domain
# description: |
#   Pods with addresses of the VCN need a regional subnet. One that belongs to an availability domain is refused.
# related_resources:
#   - description: OCI VCN-native pod networking
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Concepts/contengpodnetworking_topic-OCI_CNI_plugin.htm
#   - description: Network resource configuration for virtual nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengnetworkconfig-virtualnodes.htm
#   - description: Terraform provider, subnet
#     ref: https://registry.terraform.io/providers/oracle/oci/latest/docs/resources/core_subnet
# custom:
#   severity: error
#   target: any
#   requirements: [VNL-09, VNT-17, CNI-02, ARC-04, SMN-28]
#   message: "{subject} belongs to one availability domain; pods of {pools:plain} need a regional subnet."
#   remediation: "Remove availability_domain from the subnet; it has to be made again."
package rules.network["zonal-pod-subnet"]

import data.lib.cluster as clusters
import data.lib.self_managed
import data.lib.subnet as subnets
import data.lib.violation

violations contains violation.related(violation.of(found, requirements), clusters.related(used.pools, "a pool whose pods use it")) if {
	some used in subnets.for_pods
	used.subnet.availability_domain
	requirements := array.concat(subnets.requirements(used.pools, ["VNL-09", "VNT-17"], ["CNI-02", "ARC-04"]), self_managed.requirements(used.pools, ["SMN-28"]))
	found := violation.at(used.subnet, ["availability_domain"], {"pools": subnets.names(used.pools)})
}
