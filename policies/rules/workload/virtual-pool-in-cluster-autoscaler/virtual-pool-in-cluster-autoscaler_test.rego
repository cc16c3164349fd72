package rules.workload["virtual-pool-in-cluster-autoscaler_test"]

import data.lib.testing
import data.rules.workload["virtual-pool-in-cluster-autoscaler"] as rule

test_reported[note] if {
	some note, case in {
		"in one word": {"value": {"command": ["./cluster-autoscaler", "--nodes=1:10:ocid1.virtualnodepool.oc1.fra.a"]}, "paths": {["command", 1]}},
		"in two words": {"value": {"args": ["--nodes", "1:10:ocid1.virtualnodepool.oc1.fra.a"]}, "paths": {["args", 1]}},
		"managed pool": {"value": {"args": ["--nodes=1:10:ocid1.nodepool.oc1.fra.a"]}, "paths": set()},
		"another option": {"value": {"args": ["--skip=ocid1.virtualnodepool.oc1.fra.a"]}, "paths": set()},
		"not texts": {"value": {"args": [1, null, {"a": "b"}]}, "paths": set()},
		"not a list": {"value": {"args": "--nodes=1"}, "paths": set()},
	}
	found := rule.violations with input as testing.container(case.value)
	{violation.path | some violation in found} == case.paths
}
