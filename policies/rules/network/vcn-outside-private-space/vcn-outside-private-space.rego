# METADATA
# title: VCN outside the private address space
# description: |
#   Addresses of a VCN that are somebody else's on the internet hide those hosts from everything in the VCN. The
#   private space of RFC 1918 belongs to nobody; that for carriers, 100.64.0.0/10, works but meets others where
#   networks are connected.
# related_resources:
#   - description: Deploy serverless Kubernetes with OKE virtual nodes
#     ref: https://docs.oracle.com/en/solutions/deploy-app-with-oke-virtual-nodes/index.html
#   - description: VCNs and subnets
#     ref: https://docs.oracle.com/en-us/iaas/Content/Network/Tasks/Overview_of_VCNs_and_Subnets.htm
# custom:
#   severity: warning
#   target: any
#   requirements: [ARC-01]
#   message: "{subject} has the block {cidr:plain}, which lies outside the private address space."
#   remediation: "Use blocks of 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16."
package rules.network["vcn-outside-private-space"]

import data.lib.security
import data.lib.violation

violations contains violation.graded(vcn, ["cidrs", i], {"cidr": cidr}, _severity(cidr)) if {
	some vcn in input.vcns
	some i, cidr in vcn.cidrs
	security.covers("0.0.0.0/0", cidr)
	not security.private(cidr)
}

_severity(cidr) := "notice" if {
	security.covers("100.64.0.0/10", cidr)
} else := "warning"
