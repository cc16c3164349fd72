# METADATA
# title: Pod for self-managed nodes with a label that only managed pools set
# description: |
#   Labels of a node pool reach the nodes of that pool. Self-managed nodes belong to no pool and have the labels that their
#   kubelet is started with, so that a pod meant for them that selects a label of a pool finds no node.
# related_resources:
#   - description: Working with self-managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengworkingwithselfmanagednodes.htm
#   - description: Cloud-init scripts for self-managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcloudinitforselfmanagednodes.htm
# custom:
#   severity: notice
#   target: any
#   requirements: [SMN-34]
#   message: "{subject} is meant for self-managed nodes but selects {label}, which only managed node pools set."
#   remediation: "Give the label to the nodes: --kubelet-extra-args --node-labels=… in cloud-init, or oke-initial-node-labels in the metadata."
package rules["self-managed"]["label-of-managed-pools-only"]

import data.lib.attribute
import data.lib.self_managed
import data.lib.violation

violations contains violation.related(found, related) if {
	some pod in input.index.pods
	_meant(pod)
	some key, value in pod.node_selector
	managed := [pool | some pool in input.node_pools; pool.mode == "managed"; pool.labels[key] == value]
	count(managed) > 0
	every pool in self_managed.pools {
		_without(pool, key)
	}
	related := [{"item": pool.id, "path": ["labels", key], "note": "a managed node pool with the label"} | some pool in managed]
	found := violation.at(pod, ["nodeSelector", key], {"label": $"{key}={value}"})
}

_meant(pod) if pod.nodes == "self-managed"

# The label that every self-managed node has.
_meant(pod) if pod.node_selector["oci.oraclecloud.com/node.info.byon"] == "true"

_without(pool, key) if {
	not pool.labels[key]
	not attribute.unknown(pool, "labels")
	not attribute.unknown(pool, $"labels.{key}")
}
