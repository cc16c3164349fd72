package rules["self-managed"]["oversized-instance-metadata_test"]

import data.lib.testing
import data.rules["self-managed"]["oversized-instance-metadata"] as rule

_given(pool) := {
	"facts": testing.facts,
	"node_pools": [testing.resource("p1", object.union({"mode": "self-managed", "form": "instance"}, pool))],
}

test_reported[note] if {
	some note, case in {
		"large script": {"pool": {"cloud_init": {"state": "stated", "bytes": 40000}, "metadata": {}}, "count": 1},
		"at the limit": {"pool": {"cloud_init": {"state": "stated", "bytes": 32000}, "metadata": {}}, "count": 0},
		"over it with the rest": {"pool": {"cloud_init": {"state": "stated", "bytes": 31990}, "metadata": {"oke-max-pods": "31"}}, "count": 1},
		"small": {"pool": {"cloud_init": {"state": "stated", "bytes": 400}}, "count": 0},
		"size unknown": {"pool": {"cloud_init": {"state": "stated"}, "metadata": {}}, "count": 0},
	}
	found := rule.violations with input as _given(case.pool)
	count(found) == case.count
}
