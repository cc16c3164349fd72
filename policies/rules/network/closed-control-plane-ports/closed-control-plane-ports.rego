# METADATA
# title: Security rules that keep virtual nodes and the API endpoint apart
# description: |
#   Virtual nodes and their pods talk to the API endpoint on ports 6443 and 12250, and the endpoint talks back to them and
#   to Oracle services. Where a rule for that is missing, nodes do not become ready or logs and probes fail.
# related_resources:
#   - description: Network resource configuration for virtual nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengnetworkconfig-virtualnodes.htm
# custom:
#   severity: warning
#   target: virtual
#   requirements: [VNL-06]
#   message: "{subject} does not admit {missing:plain}."
#   remediation: "Add the missing rules to the security lists of the subnet, or to the groups of what is in it."
package rules.network["closed-control-plane-ports"]

import data.lib.cluster as clusters
import data.lib.site
import data.lib.violation

violations contains violation.related(violation.at(closed.subnet, ["security_lists"], {"missing": concat(", ", closed.texts)}), clusters.related(closed.pools, "pods of this pool")) if {
	some at, peers in {"endpoint": {"pods", "services"}, "pods": {"endpoint", "services"}}
	some closed in site.summary(at, peers)
}
