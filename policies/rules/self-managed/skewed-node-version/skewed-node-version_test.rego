package rules["self-managed"]["skewed-node-version_test"]

import data.lib.testing
import data.rules["self-managed"]["skewed-node-version"] as rule

_reference := {"ref": "oci_containerengine_cluster.main", "kind": "resource", "id": "c1"}

_given(cluster, pool) := {
	"facts": testing.facts,
	"clusters": [testing.resource("c1", cluster)],
	"node_pools": [testing.resource("p1", object.union({"mode": "self-managed", "form": "instance", "cluster": _reference}, pool))],
}

test_reported[note] if {
	some note, case in {
		"two behind 1.26": {"cluster": [1, 26, 2], "node": [1, 24, 1], "count": 0},
		"three behind 1.27": {"cluster": [1, 27, 2], "node": [1, 24, 1], "count": 1},
		"three behind 1.28": {"cluster": [1, 28, 2], "node": [1, 25, 4], "count": 0},
		"four behind 1.28": {"cluster": [1, 28, 2], "node": [1, 24, 1], "count": 1},
		"three behind 1.30": {"cluster": [1, 30, 1], "node": [1, 27, 10], "count": 0},
		"four behind 1.31": {"cluster": [1, 31, 1], "node": [1, 27, 10], "count": 1},
		"newer": {"cluster": [1, 30, 1], "node": [1, 31, 1], "count": 1},
		"newer by a patch": {"cluster": [1, 30, 1], "node": [1, 30, 10], "count": 0},
		"another major version": {"cluster": [2, 40, 0], "node": [1, 30, 1], "count": 0},
		"another major version, newer": {"cluster": [1, 30, 0], "node": [2, 31, 1], "count": 0},
		"no patch stated": {"cluster": [1, 31], "node": [1, 27], "count": 1},
	}
	by_image := rule.violations with input as _given({"version": case.cluster}, {"image": {"kubernetes_version": case.node}})
	count(by_image) == case.count
	by_statement := rule.violations with input as _given({"version": case.cluster}, {"version": case.node})
	count(by_statement) == case.count
	managed := rule.violations with input as _given({"version": case.cluster}, {"version": case.node, "mode": "managed"})
	count(managed) == 0
}

test_silent_where_something_is_unknown[note] if {
	some note, case in {
		"cluster": {"cluster": {"unknown": {"version": "var.v"}}, "pool": {"version": [1, 20, 1]}},
		"node": {"cluster": {"version": [1, 31, 1]}, "pool": {}},
	}
	count(rule.violations) == 0 with input as _given(case.cluster, case.pool)
}

test_says_which_way[note] if {
	some note, case in {
		"is too far behind": {"node": [1, 26, 1]},
		"is newer than": {"node": [1, 32, 1]},
	}
	found := rule.violations with input as _given({"version": [1, 31, 1]}, {"version": case.node})
	{violation.facts.reach | some violation in found} == {note}
}
