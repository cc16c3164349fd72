package rules.identity["incomplete-virtual-pool-grant_test"]

import data.lib.testing
import data.rules.identity["incomplete-virtual-pool-grant"] as rule

_admins := {"principals": [{"kind": "group", "name": "admins", "hole": false}]}

_manage(type, permissions) := testing.statement(object.union(_admins, {"verb": "manage", "resources": [type], "permissions": permissions}))

_grant(permissions) := testing.statement(object.union(_admins, {"permissions": permissions}))

_referred(statement, text) := object.union(statement, {"principals": [{"kind": "group", "name": $"${{text}}", "ref": text, "hole": true}]})

_given(mode, statements) := {
	"node_pools": [testing.resource("p1", {"mode": mode})],
	"statements": statements,
	"compartments": [],
}

_documented := {"manage cluster-virtualnode-pools", "read virtual-network-family", "manage vnics"}

_all := ["manage cluster-virtualnode-pools", "read virtual-network-family", "use vnics"]

test_missing[note] if {
	some note, case in {
		"pools only": {"mode": "virtual", "statements": [_manage("cluster-node-pools", [])], "missing": _documented},
		"family": {"mode": "virtual", "statements": [_manage("cluster-family", ["manage cluster-virtualnode-pools"])], "missing": {"read virtual-network-family", "manage vnics"}},
		"all three": {"mode": "virtual", "statements": [_manage("cluster-node-pools", []), _grant(_all)], "missing": set()},
		"of another group": {"mode": "virtual", "statements": [_manage("cluster-node-pools", _all), testing.statement({"principals": [{"kind": "group", "name": "others", "hole": false}], "verb": "manage", "resources": ["cluster-family"]})], "missing": _documented},
		"managed pools": {"mode": "managed", "statements": [_manage("cluster-node-pools", [])], "missing": set()},
		"a name with a placeholder": {"mode": "virtual", "statements": [object.union(_manage("cluster-node-pools", []), {"principals": [{"kind": "group", "name": "${x}", "hole": true}]})], "missing": set()},
		"a reference": {"mode": "virtual", "statements": [_referred(_manage("cluster-node-pools", []), "var.g")], "missing": _documented},
		"a reference that has the rest, too": {"mode": "virtual", "statements": [_referred(_manage("cluster-node-pools", []), "var.g"), _referred(_grant(_all), "var.g")], "missing": set()},
		"a reference beside another": {"mode": "virtual", "statements": [_referred(_manage("cluster-node-pools", []), "var.g"), _referred(_grant(_all), "var.other")], "missing": set()},
		"everything": {"mode": "virtual", "statements": [_manage("cluster-node-pools", []), _grant(_all)], "missing": set()},
		"a group that is denied": {"mode": "virtual", "statements": [object.union(_manage("cluster-node-pools", []), {"effect": "deny"})], "missing": set()},
		"a group that only uses": {"mode": "virtual", "statements": [object.union(_manage("cluster-node-pools", []), {"verb": "use"})], "missing": set()},
		"a group that manages clusters alone": {"mode": "virtual", "statements": [_manage("clusters", [])], "missing": set()},
		"nodes": {"mode": "virtual", "statements": [object.union(_manage("cluster-family", []), {"principals": [{"kind": "dynamic-group", "name": "nodes", "hole": false}]})], "missing": set()},
	}

	found := rule.violations with input as _given(case.mode, case.statements)
	{name | some violation in found; some name in violation.facts.missing} == case.missing
	every violation in found {
		count(violation.facts.missing) > 0
	}
}
