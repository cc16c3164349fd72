# METADATA
# title: Public pod subnet
# description: |
#   Pods with addresses of the VCN belong into a private subnet. A subnet is public unless it says otherwise: then pods
#   have public addresses or none that work, and pools are refused. Only dual-stack clusters use public subnets.
# related_resources:
#   - description: OCI VCN-native pod networking
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Concepts/contengpodnetworking_topic-OCI_CNI_plugin.htm
#   - description: Terraform provider, subnet
#     ref: https://registry.terraform.io/providers/oracle/oci/latest/docs/resources/core_subnet
#   - description: IPv4 and IPv6 in OKE
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Concepts/contengipv6.htm
# custom:
#   severity: error
#   target: any
#   requirements: [VNL-09, CNI-01, SMN-28]
#   message: "{subject} is public{why:plain}; pods of {pools:plain} get their addresses from it."
#   remediation: "Set prohibit_public_ip_on_vnic = true, unless the cluster has IPv4 and IPv6; the subnet has to be made again."
package rules.network["public-pod-subnet"]

import data.lib.cluster as clusters
import data.lib.self_managed
import data.lib.subnet as subnets
import data.lib.violation

violations contains violation.related(violation.of(found, requirements), clusters.related(used.pools, "a pool whose pods use it")) if {
	some used in subnets.for_pods
	used.subnet.private == false
	requirements := array.concat(subnets.requirements(used.pools, ["VNL-09"], ["CNI-01"]), self_managed.requirements(used.pools, ["SMN-28"]))
	found := violation.graded(used.subnet, ["private"], {"pools": subnets.names(used.pools), "why": _why[_severity(used)]}, _severity(used))
}

# Oracle's pages differ.
_why := {
	"error": "",
	"notice": ", as the page on IPv6 wants it and the one on VCN-native pod networking does not",
}

default _severity(_) := "error"

_severity(used) := "notice" if {
	some pool in used.pools
	subnets.dual_stack(used.subnet, pool)
}
