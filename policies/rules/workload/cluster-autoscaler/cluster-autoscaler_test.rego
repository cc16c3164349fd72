package rules.workload["cluster-autoscaler_test"]

import data.lib.testing
import data.rules.workload["cluster-autoscaler"] as rule

test_images[note] if {
	some note, case in {
		"upstream": {"image": "registry.k8s.io/autoscaling/cluster-autoscaler", "nodes": "virtual", "count": 1},
		"oracle": {"image": "iad.ocir.io/oracle/oci-cluster-autoscaler", "nodes": "virtual", "count": 1},
		"another": {"image": "shop/cluster-autoscaler-docs", "nodes": "virtual", "count": 0},
		"mixed": {"image": "cluster-autoscaler", "nodes": "mixed-unknown", "count": 0},
		"managed": {"image": "cluster-autoscaler", "nodes": "managed", "count": 0},
	}
	found := rule.violations with input as testing.container_entry({"nodes": case.nodes, "image": {"repository": case.image}})
	count(found) == case.count
}
