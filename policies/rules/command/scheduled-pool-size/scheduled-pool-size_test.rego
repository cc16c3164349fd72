package rules.command["scheduled-pool-size_test"]

import data.lib.testing
import data.rules.command["scheduled-pool-size"] as rule

_given(name, flags, scheduled) := object.union(
	testing.commands([testing.parsed("oci", name, flags, [])]),
	{"scripts": [{"id": "s1", "scheduled": scheduled}]},
)

_update := ["ce", "virtual-node-pool", "update"]

test_reported[note] if {
	some note, case in {
		"on a timer": {"given": _given(_update, {"size": "3"}, true), "count": 1},
		"size unknown": {"given": _given(_update, {"size": null}, true), "count": 1},
		"as JSON": {"given": _given(_update, {"from-json": `{"size": 3}`}, true), "count": 1},
		"JSON of something else": {"given": _given(_update, {"from-json": `{"displayName": "size"}`}, true), "count": 0},
		"JSON from a file": {"given": _given(_update, {"from-json": "file://pool.json"}, true), "count": 0},
		"no timer": {"given": _given(_update, {"size": "3"}, false), "count": 0},
		"something else": {"given": _given(_update, {"display-name": "a"}, true), "count": 0},
		"managed pool": {"given": _given(["ce", "node-pool", "update"], {"size": "3"}, true), "count": 0},
	}

	found := rule.violations with input as case.given
	count(found) == case.count
}
