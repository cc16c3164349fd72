package rules.network["database-among-nodes_test"]

import data.lib.testing
import data.rules.network["database-among-nodes"] as rule

_r(name) := {"ref": $"oci_core_subnet.{name}", "kind": "resource"}

test_reported[name] if {
	some name, tiers in {
		"pods": {"the pods"},
		"both": {"the nodes and the pods"},
		"lb": {"load balancers"},
		"api": {"the API endpoint"},
		"db": set(),
	}
	found := rule.violations with input as {
		"databases": [testing.resource("d1", {"subnet": _r(name)})],
		"clusters": [testing.resource("c1", {"endpoint_subnet": _r("api"), "lb_subnets": [_r("lb")]})],
		"node_pools": [testing.resource("p1", {"mode": "managed", "subnets": [_r("both")], "pod_subnets": [_r("pods"), _r("both")]})],
	}
	{violation.facts.tier | some violation in found} == tiers
}

test_silent_without_databases if {
	count(rule.violations) == 0 with input as {"databases": [], "clusters": [], "node_pools": []}
}
