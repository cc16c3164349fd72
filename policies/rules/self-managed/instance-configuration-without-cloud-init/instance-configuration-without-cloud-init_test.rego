package rules["self-managed"]["instance-configuration-without-cloud-init_test"]

import data.lib.testing
import data.rules["self-managed"]["instance-configuration-without-cloud-init"] as rule

_given(pool) := {
	"facts": testing.facts,
	"node_pools": [testing.resource("p1", object.union({"mode": "self-managed", "form": "instance"}, pool))],
}

test_reported[note] if {
	some note, case in {
		"pool": {"pool": {"form": "instance-pool", "cloud_init": {"state": "absent"}}, "count": 1},
		"cluster network": {"pool": {"form": "cluster-network", "cloud_init": {"state": "absent"}}, "count": 1},
		"configuration alone": {"pool": {"form": "instance-configuration", "cloud_init": {"state": "absent"}}, "count": 1},
		"stated": {"pool": {"form": "instance-pool", "cloud_init": {"state": "stated"}}, "count": 0},
		"unknown": {"pool": {"form": "instance-pool", "cloud_init": {"state": "unknown"}}, "count": 0},
		"metadata unknown": {"pool": {"form": "instance-pool", "cloud_init": {"state": "absent"}, "unknown": {"metadata": "var.m"}}, "count": 0},
		"instance, which is another rule's": {"pool": {"cloud_init": {"state": "absent"}}, "count": 0},
	}
	found := rule.violations with input as _given(case.pool)
	count(found) == case.count
}
