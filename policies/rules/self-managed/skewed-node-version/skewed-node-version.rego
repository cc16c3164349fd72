# METADATA
# title: Node version out of reach of the control plane
# description: |
#   A control plane may be two minor versions ahead of its nodes, three from Kubernetes 1.28 on, and never behind them. OKE
#   holds managed nodes to this and lets self-managed nodes run on, with failures that nobody expects.
# related_resources:
#   - description: Working with self-managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengworkingwithselfmanagednodes.htm
#   - description: Kubernetes version skew policy
#     ref: https://kubernetes.io/releases/version-skew-policy/
#   - description: Upgrading self-managed nodes by replacing them
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengupgradingselfmanagednodes.htm
# custom:
#   severity: error
#   target: any
#   requirements: [SMN-18]
#   message: "{subject} runs Kubernetes {node:plain}, which {reach:plain} a control plane of {cluster:plain}."
#   remediation: "Replace the node by one from an OKE image whose Kubernetes version suits the control plane: cordon and drain the old one, then terminate it."
package rules["self-managed"]["skewed-node-version"]

import data.lib.self_managed
import data.lib.version
import data.lib.violation

violations contains violation.related(found, [{"item": cluster.id, "path": ["version"], "note": "the version of the control plane"}]) if {
	some entry in self_managed.joined
	cluster := entry.cluster
	some pool in entry.pools
	node := self_managed.kubernetes(pool)
	facts := {"node": version.text(node.version), "cluster": version.text(cluster.version), "reach": _fault(cluster.version, node.version)}
	found := violation.at(pool, node.path, facts)
}

_fault(cluster, node) := "is newer than" if {
	node[0] == cluster[0]
	node[1] > cluster[1]
} else := "is too far behind" if {
	node[0] == cluster[0]
	cluster[1] - node[1] > _allowed(cluster)
}

_allowed(cluster) := 3 if cluster[1] >= 28

_allowed(cluster) := 2 if cluster[1] < 28
