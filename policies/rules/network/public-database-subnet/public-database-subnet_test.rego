package rules.network["public-database-subnet_test"]

import data.lib.testing
import data.rules.network["public-database-subnet"] as rule

test_reported[note] if {
	some note, case in {
		"public": {"subnet": {"private": false}, "count": 1},
		"private": {"subnet": {"private": true}, "count": 0},
		"unknown": {"subnet": {"unknown": {"private": "var.p"}}, "count": 0},
	}
	found := rule.violations with input as {
		"databases": [testing.resource("d1", {"subnet": {"ref": "s1", "kind": "resource", "id": "s1"}}), testing.resource("d2", {"subnet": {"ref": "var.s", "kind": "expression"}})],
		"subnets": [testing.resource("s1", case.subnet)],
	}
	count(found) == case.count
}
