package rules.workload["cluster-autoscaler-on-instance-pool_test"]

import data.lib.testing
import data.rules.workload["cluster-autoscaler-on-instance-pool"] as rule

_reported(value) := count(found) if {
	found := rule.violations with input as testing.container(value)
}

test_reported[note] if {
	some note, case in {
		"command": {"value": {"command": ["./cluster-autoscaler", "--nodes=1:5:ocid1.instancepool.oc1.a.b"]}, "count": 1},
		"args": {"value": {"args": ["--v=4", "--nodes=1:5:ocid1.instancepool.oc1.a.b"]}, "count": 1},
		"in two words": {"value": {"args": ["--nodes", "1:5:ocid1.instancepool.oc1.a.b"]}, "count": 1},
		"two pools": {"value": {"args": ["--nodes=1:5:ocid1.instancepool.oc1.a.b", "--nodes=1:5:ocid1.instancepool.oc1.a.c"]}, "count": 2},
		"managed pool": {"value": {"args": ["--nodes=1:5:ocid1.nodepool.oc1.a.b"]}, "count": 0},
		"in a value of another kind": {"value": {"args": ["--watch=a:ocid1.instancepool.oc1.a.b"]}, "count": 0},
		"something else about the pool": {"value": {"args": ["--watch=ocid1.instancepool.oc1.a.b"]}, "count": 0},
		"no text": {"value": {"args": [5, null, {"a": "b"}]}, "count": 0},
		"no list": {"value": {"args": 3}, "count": 0},
	}
	_reported(case.value) == case.count
}

test_names_the_other_way_once_there_is_one if {
	given := object.union(testing.container({"args": ["--nodes=1:5:ocid1.instancepool.oc1.a.b"]}), {"facts": {"karpenter_provider": true}})
	found := rule.violations with input as given
	{contains(violation.facts.choice, "Karpenter") | some violation in found} == {true}
}

test_pool_of_terraform[note] if {
	some note, case in {
		"one word": {"unknown": {"containers.0.command.1": "\"--nodes=1:5:${oci_core_instance_pool.a}\""}, "paths": {["command", 1]}},
		"two words": {"unknown": {"containers.0.args.1": "\"1:5:${oci_core_instance_pool.a[0]}\""}, "paths": {["args", 1]}},
		"another container": {"unknown": {"containers.3.args.1": "\"1:5:${oci_core_instance_pool.a}\""}, "paths": set()},
		"another pool": {"unknown": {"containers.0.args.1": "\"1:5:${oci_containerengine_node_pool.a}\""}, "paths": set()},
		"another option": {"unknown": {"containers.0.args.1": "\"--watch=${oci_core_instance_pool.a}\""}, "paths": set()},
		"a variable": {"unknown": {"containers.0.args.1": "var.a"}, "paths": set()},
	}
	given := testing.container({"name": "web"})
	pods := [object.union(pod, {"unknown": case.unknown}) | some pod in given.workloads.pods]
	found := rule.violations with input as object.union(given, {"workloads": object.union(given.workloads, {"pods": pods})})
	{violation.path | some violation in found} == case.paths
}
