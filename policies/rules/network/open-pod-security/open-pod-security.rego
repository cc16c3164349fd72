# METADATA
# title: Pods open to everything
# description: |
#   Network security groups are there to limit what reaches pods. A rule that admits every protocol from everywhere
#   limits nothing, and undoes what all other rules of the pods say.
# related_resources:
#   - description: Deploy serverless Kubernetes with OKE virtual nodes
#     ref: https://docs.oracle.com/en/solutions/deploy-app-with-oke-virtual-nodes/index.html
#   - description: Network security groups
#     ref: https://docs.oracle.com/en-us/iaas/Content/Network/Concepts/networksecuritygroups.htm
# custom:
#   severity: warning
#   target: any
#   requirements: [ARC-16]
#   message: "{subject} admits everything from everywhere to pods."
#   remediation: "Admit what the pods serve: the API endpoint, nodes, other pods and load balancers, and the ports of your applications."
package rules.network["open-pod-security"]

import data.lib.ref
import data.lib.subnet as subnets
import data.lib.violation

violations contains violation.at(rule, ["peer"], {}) if {
	some rule in input.security_rules
	rule.direction == "ingress"
	rule.protocol == "all"
	rule.peer in {"0.0.0.0/0", "::/0"}
	_guards_pods(rule.holder)
}

_guards_pods(holder) if {
	some pool in input.node_pools
	some nsg in pool.pod_nsgs
	ref.same(nsg, holder)
}

_guards_pods(holder) if {
	some used in subnets.for_pods
	some list in used.subnet.security_lists
	ref.same(list, holder)
}
