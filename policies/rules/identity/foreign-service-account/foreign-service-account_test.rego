package rules.identity["foreign-service-account_test"]

import data.rules.identity["foreign-service-account"] as rule

test_silent_on_an_empty_repository if {
	count(rule.violations) == 0 with input as {"statements": [], "dynamic_groups": [], "clusters": [], "node_pools": [], "vcns": [], "subnets": [], "compartments": [], "as_of": "2025-02-12", "index": {"pods": [], "objects": {}}}
}
