# METADATA
# title: More pods than the virtual nodes hold
# description: |
#   A virtual node holds at most 500 pods.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
# custom:
#   severity: notice
#   target: virtual
#   requirements: [VNT-19]
#   message: "The {nodes:plain} virtual nodes of the repository hold {room:plain} pods; its workloads make up to {pods:plain}."
#   remediation: "Raise the size of the virtual node pools."
package rules.join["crowded-virtual-nodes"]

import data.lib.cluster as clusters
import data.lib.demand
import data.lib.violation

violations contains violation.at(pool, ["size"], {"nodes": _nodes, "room": 500 * _nodes, "pods": demand.pods}) if {
	some pool in clusters.virtual_pools
	demand.pods > 500 * _nodes
}

# Where there are several stacks, the largest counts: the workloads may be meant for that one.
_nodes := max([sum([entry.size | some entry in group]) | some group in _stacks]) if {
	every pool in clusters.virtual_pools {
		is_number(pool.size)
	}
}

_stacks[object.get(pool, "stack", "")] contains {"id": pool.id, "size": pool.size} if some pool in clusters.virtual_pools
