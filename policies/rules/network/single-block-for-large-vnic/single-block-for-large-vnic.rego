# METADATA
# title: One block for VNICs with many addresses
# description: |
#   A VNIC that takes more than 32 addresses needs them in ranges that lie together, which a subnet with one block runs
#   out of early. For such VNICs the pod subnet is planned with two blocks.
# related_resources:
#   - description: Using the OCI VCN-Native Pod Networking CNI plugin
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Concepts/contengpodnetworking_topic-OCI_CNI_plugin.htm
# custom:
#   severity: warning
#   target: any
#   requirements: [CNI-33]
#   message: "{subject} takes {count:plain} addresses on one VNIC, but {subnet:plain} has one block."
#   remediation: "Give the pod subnet a second block (ipv4cidr_blocks), or take 32 addresses or fewer per VNIC."
#   since: "2026-05-06"
package rules.network["single-block-for-large-vnic"]

import data.lib.pod_limit
import data.lib.subnet as subnets
import data.lib.violation

violations contains violation.at(pool, ["secondary_vnics", i, "ip_count"], {"count": profile.ip_count, "subnet": subnet.address}) if {
	some pool in pod_limit.pools
	pod_limit.profiles(pool)
	some i, profile in pool.secondary_vnics
	profile.ip_count > 32
	subnet := subnets.of(_subnet(pool, profile))
	count(subnet.cidrs) == 1
	not subnet.unknown.cidrs
}

_subnet(pool, profile) := object.get(profile, "subnet", pool.pod_subnets[0])
