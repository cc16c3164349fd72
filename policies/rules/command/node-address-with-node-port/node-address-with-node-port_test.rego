package rules.command["node-address-with-node-port_test"]

import data.lib.testing
import data.rules.command["node-address-with-node-port"] as rule

_script(fields) := object.union(testing.commands([]), {"scripts": [object.union(
	{"id": "s1", "nodes": "virtual", "ephemeral": false, "node_ports": ["$NODE:$PORT"]},
	fields,
)]})

test_reported[note] if {
	some note, case in {
		"address and port": {"fields": {}, "count": 1},
		"twice": {"fields": {"node_ports": ["$A:$B", "$A:$C"]}, "count": 2},
		"none": {"fields": {"node_ports": []}, "count": 0},
		"managed nodes": {"fields": {"nodes": "managed"}, "count": 0},
		"throw-away cluster": {"fields": {"ephemeral": true}, "count": 0},
	}

	found := rule.violations with input as _script(case.fields)
	count(found) == case.count
}

test_at_the_address if {
	found := rule.violations with input as _script({})
	{[violation.item, violation.path, violation.facts.address] | some violation in found} == {["s1", ["node_ports", 0], "$NODE:$PORT"]}
}
