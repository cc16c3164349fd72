package lib.bootstrap_test

import data.lib.bootstrap

_given(fields, mode) := {"bootstraps": [object.union({"id": "b1", "self_managed": false, "text_known": true}, fields)], "node_pools": [{"id": "p1", "mode": mode}]}

test_joining[note] if {
	some note, case in {
		"by its text": {"given": _given({"self_managed": true}, "managed"), "count": 1},
		"by its pool": {"given": _given({"pool": "p1"}, "self-managed"), "count": 1},
		"of a managed pool": {"given": _given({"pool": "p1"}, "managed"), "count": 0},
		"of no pool": {"given": _given({}, "self-managed"), "count": 0},
	}

	found := bootstrap.joining with input as case.given
	count(found) == case.count
}

test_complete[note] if {
	some note, case in {
		"known": {"fields": {"self_managed": true}, "count": 1},
		"not known": {"fields": {"self_managed": true, "text_known": false}, "count": 0},
		"of a node, but runs something else": {"fields": {"pool": "p1"}, "count": 0},
	}

	found := bootstrap.complete with input as _given(case.fields, "self-managed")
	count(found) == case.count
}

test_cut[expression] if {
	some expression in [`split(":", a)[0]`, `element(b, 0)`, "${ENDPOINT%%:*}", "$(x | cut -d: -f1)", `replace(a, ":6443", "")`]
	bootstrap.cut(expression)
}

test_not_cut[expression] if {
	some expression in ["oci_containerengine_cluster.c.endpoints[0].private_endpoint", "$ENDPOINT", ""]
	not bootstrap.cut(expression)
}
