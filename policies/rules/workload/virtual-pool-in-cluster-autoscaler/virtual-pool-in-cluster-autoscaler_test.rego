package rules.workload["virtual-pool-in-cluster-autoscaler_test"]

import data.lib.testing
import data.rules.workload["virtual-pool-in-cluster-autoscaler"] as rule

test_reported[note] if {
	some note, case in {
		"in one word": {"value": {"command": ["./cluster-autoscaler", "--nodes=1:10:ocid1.virtualnodepool.oc1.fra.a"]}, "paths": {["command", 1]}},
		"in two words": {"value": {"args": ["--nodes", "1:10:ocid1.virtualnodepool.oc1.fra.a"]}, "paths": {["args", 1]}},
		"managed pool": {"value": {"args": ["--nodes=1:10:ocid1.nodepool.oc1.fra.a"]}, "paths": set()},
		"managed pool in two words": {"value": {"args": ["--nodes", "1:10:ocid1.nodepool.oc1.fra.a"]}, "paths": set()},
		"another option": {"value": {"args": ["--skip=ocid1.virtualnodepool.oc1.fra.a"]}, "paths": set()},
		"not texts": {"value": {"args": [1, null, {"a": "b"}]}, "paths": set()},
		"not a list": {"value": {"args": "--nodes=1"}, "paths": set()},
	}
	found := rule.violations with input as testing.container(case.value)
	{violation.path | some violation in found} == case.paths
}

test_pool_of_terraform[note] if {
	some note, case in {
		"one word": {"unknown": {"containers.0.command.1": "\"--nodes=1:5:${oci_containerengine_virtual_node_pool.a}\""}, "paths": {["command", 1]}},
		"two words": {"unknown": {"containers.0.args.1": "\"1:5:${oci_containerengine_virtual_node_pool.a[0]}\""}, "paths": {["args", 1]}},
		"another container": {"unknown": {"containers.3.args.1": "\"1:5:${oci_containerengine_virtual_node_pool.a}\""}, "paths": set()},
		"another pool": {"unknown": {"containers.0.args.1": "\"1:5:${oci_containerengine_node_pool.a}\""}, "paths": set()},
		"another option": {"unknown": {"containers.0.args.1": "\"--watch=${oci_containerengine_virtual_node_pool.a}\""}, "paths": set()},
		"a variable": {"unknown": {"containers.0.args.1": "var.a"}, "paths": set()},
	}
	given := testing.container({"name": "web"})
	pods := [object.union(pod, {"unknown": case.unknown}) | some pod in given.workloads.pods]
	found := rule.violations with input as object.union(given, {"workloads": object.union(given.workloads, {"pods": pods})})
	{violation.path | some violation in found} == case.paths
}
