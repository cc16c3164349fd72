# METADATA
# title: Pod larger than the pod shape
# description: |
#   A pod on a virtual node can be as large as the shape of its node pool allows. For the E3 and E4 shapes that is 64 OCPUs.
# related_resources:
#   - description: Resources allocated to pods on virtual nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengvirtualnodepodresourceallocation.htm
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
# custom:
#   severity: error
#   target: virtual
#   requirements: [VNP-62]
#   message: "The containers of {subject} ask for {cpu:plain} cpu in all; a pod on an E3 or E4 shape can have at most {maximum:plain}."
#   remediation: "Split the work over several pods, or run this workload on managed nodes."
package rules.join["oversized-pod"]

import data.lib.violation
import data.lib.virtual

_documented := {"Pod.Standard.E3.Flex", "Pod.Standard.E4.Flex"}

violations contains violation.related(violation.at(pod, ["containers"], _facts(pod)), related) if {
	some pod in _oversized
	count(_pools) > 0
	every pool in _pools {
		pool.shape in _documented
	}
	related := [{"item": pool.id, "path": [], "note": "a virtual node pool that it may run on"} | some pool in _pools]
}

# No pool of a shape whose limit is not known, but some pool that is not in the repository or whose shape cannot be known.
violations contains violation.graded(pod, ["containers"], _facts(pod), "notice") if {
	some pod in _oversized
	every pool in _pools {
		object.get(pool, "shape", "Pod.Standard.E4.Flex") in _documented
	}
	not _all_known
}

_all_known if {
	count(_pools) > 0
	every pool in _pools {
		pool.shape
	}
}

_oversized := [pod |
	some pod in virtual.indexed_pods
	pod.cpu > input.facts.virtual_nodes_max_ocpus
]

_pools := [pool |
	some pool in input.node_pools
	pool.mode == "virtual"
]

_facts(pod) := {"cpu": pod.cpu, "maximum": input.facts.virtual_nodes_max_ocpus}
