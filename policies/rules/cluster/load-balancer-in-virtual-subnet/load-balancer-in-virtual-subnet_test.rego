package rules.cluster["load-balancer-in-virtual-subnet_test"]

import data.lib.testing
import data.rules.cluster["load-balancer-in-virtual-subnet"] as rule

_virtual := {"mode": "virtual"}

_managed := {"mode": "managed"}

_a := {"ref": "var.a", "kind": "expression"}

_b := {"ref": "var.b", "kind": "expression"}

test_reported[note] if {
	some note, case in {
		"pods": {"cluster": {"lb_subnets": [_a]}, "pool": {"pod_subnets": [_a]}, "paths": {["pod_subnets", 0]}},
		"nodes": {"cluster": {"lb_subnets": [_b, _a]}, "pool": {"placements": [{"subnet": _a, "unknown": {}}], "pod_subnets": [{"ref": "var.c"}]}, "paths": {["placements", 0, "subnet"]}},
		"neither": {"cluster": {"lb_subnets": [_b]}, "pool": {"pod_subnets": [_a]}, "paths": set()},
		"not stated": {"cluster": {}, "pool": {"pod_subnets": [_a]}, "paths": set()},
		"managed": {"cluster": {"lb_subnets": [_a]}, "pool": {"mode": "managed", "pod_subnets": [_a]}, "paths": set()},
	}

	found := rule.violations with input as testing.node_pools(case.cluster, [object.union(_virtual, case.pool)])
	{violation.path | some violation in found} == case.paths
}
