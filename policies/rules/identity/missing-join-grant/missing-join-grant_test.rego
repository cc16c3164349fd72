package rules.identity["missing-join-grant_test"]

import data.rules.identity["missing-join-grant"] as rule

test_silent_on_an_empty_repository if {
	count(rule.violations) == 0 with input as {"statements": [], "dynamic_groups": [], "clusters": [], "node_pools": [], "vcns": [], "subnets": [], "compartments": [], "as_of": "2025-02-12", "index": {"pods": [], "objects": {}}}
}
