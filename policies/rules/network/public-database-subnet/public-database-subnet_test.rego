package rules.network["public-database-subnet_test"]

import data.lib.testing
import data.rules.network["public-database-subnet"] as rule

_to(id) := {"ref": id, "kind": "resource", "id": id}

test_reported[note] if {
	some note, case in {
		"public": {"subnet": {"private": false}, "count": 1},
		"private": {"subnet": {"private": true}, "count": 0},
		"unknown": {"subnet": {"unknown": {"private": "var.p"}}, "count": 0},
	}
	found := rule.violations with input as {
		"clusters": [],
		"databases": [testing.resource("d1", {"subnet": _to("s1")}), testing.resource("d2", {"subnet": {"ref": "var.s", "kind": "expression"}})],
		"subnets": [testing.resource("s1", case.subnet)],
	}
	count(found) == case.count
}

test_severity[note] if {
	some note, case in {
		"one root": {"database": {}, "clusters": [{}], "severity": "warning"},
		"no cluster": {"database": {"stack": "db"}, "clusters": [], "severity": "warning"},
		"beside a cluster": {"database": {"stack": "shop"}, "clusters": [{"stack": "shop"}], "severity": "warning"},
		"one of two clusters beside it": {"database": {"stack": "shop"}, "clusters": [{"stack": "other"}, {"stack": "shop"}], "severity": "warning"},
		"cluster that no root holds": {"database": {"stack": "db"}, "clusters": [{}], "severity": "warning"},
		"cluster elsewhere": {"database": {"stack": "db"}, "clusters": [{"stack": "shop"}], "severity": "notice"},
		"cluster of another network": {"database": {"stack": "db"}, "clusters": [{"stack": "shop", "vcn": _to("v2")}], "severity": "notice"},
		"cluster elsewhere in the same network": {"database": {"stack": "db"}, "clusters": [{"stack": "shop", "vcn": _to("v1")}], "severity": "warning"},
	}
	found := rule.violations with input as {
		"clusters": [testing.resource($"c{i}", fields) | some i, fields in case.clusters],
		"databases": [testing.resource("d1", object.union({"subnet": _to("s1")}, case.database))],
		"subnets": [testing.resource("s1", {"private": false, "vcn": _to("v1")})],
	}
	{violation.severity | some violation in found} == {case.severity}
}
