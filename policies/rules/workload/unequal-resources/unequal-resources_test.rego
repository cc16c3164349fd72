package rules.workload["unequal-resources_test"]

import data.lib.testing
import data.rules.workload["unequal-resources"] as rule

_entry(requests, limits) := testing.container_entry({
	"requests": requests,
	"limits": limits,
	"value": {"resources": {"requests": requests, "limits": limits}},
})

test_reported[note] if {
	some note, case in {
		"cpu and memory differ": {"requests": {"cpu": 0.05, "memory": 1}, "limits": {"cpu": 0.1, "memory": 2}, "count": 2},
		"storage differs": {"requests": {"ephemeral-storage": 1}, "limits": {"ephemeral-storage": 2}, "count": 1},
		"zero limit": {"requests": {"cpu": 1}, "limits": {"cpu": 0}, "count": 1},
		"equal": {"requests": {"cpu": 0.1, "memory": 1073741824}, "limits": {"cpu": 0.1, "memory": 1073741824}, "count": 0},
		"limit alone": {"requests": {}, "limits": {"cpu": 1}, "count": 0},
		"request alone": {"requests": {"cpu": 1}, "limits": {}, "count": 0},
		"each states another": {"requests": {"cpu": 1}, "limits": {"memory": 1}, "count": 0},
		"other resources": {"requests": {"x": 1}, "limits": {"x": 2}, "count": 0},
	}

	found := rule.violations with input as _entry(case.requests, case.limits)
	count(found) == case.count
}

test_shows_what_is_written if {
	given := testing.container_entry({
		"requests": {"cpu": 0.05},
		"limits": {"cpu": 0.1},
		"value": {"resources": {"requests": {"cpu": "50m"}, "limits": {"cpu": "100m"}}},
	})
	found := rule.violations with input as given
	some violation in found
	violation.path == ["resources", "requests", "cpu"]
	violation.facts == {"container": "web", "resource": "cpu", "request": "50m", "limit": "100m"}
}

# A quantity that cannot be read is not in `requests`, and nothing is said about it.
test_unreadable if {
	given := testing.container_entry({
		"limits": {"cpu": 0.1},
		"value": {"resources": {"requests": {"cpu": "${CPU}"}, "limits": {"cpu": "100m"}}},
	})
	count(rule.violations) == 0 with input as given
}

test_silent_on_managed_nodes if {
	given := testing.container_entry({"nodes": "managed", "requests": {"cpu": 1}, "limits": {"cpu": 2}})
	count(rule.violations) == 0 with input as given
}

_patch(stated, side, amount) := testing.container_entry({
	"requests": object.get(stated, "requests", {}),
	"limits": object.get(stated, "limits", {}),
	"value": {"resources": stated},
	"kept": {"item": "w9/containers/0", "resources": [{"side": side, "resource": "cpu", "amount": amount, "written": "1000m"}]},
})

test_beside_what_a_patch_keeps[note] if {
	some note, case in {
		"request": {"given": _patch({"requests": {"cpu": 2}}, "limits", 1), "paths": {["resources", "requests", "cpu"]}, "facts": {"request": 2, "limit": "1000m"}},
		"limit": {"given": _patch({"limits": {"cpu": 2}}, "requests", 1), "paths": {["resources", "limits", "cpu"]}, "facts": {"request": "1000m", "limit": 2}},
		"equal": {"given": _patch({"limits": {"cpu": 1}}, "requests", 1), "paths": set(), "facts": {}},
		"not stated": {"given": _patch({"limits": {"memory": 2}}, "requests", 1), "paths": set(), "facts": {}},
	}
	found := rule.violations with input as case.given
	{violation.path | some violation in found} == case.paths
	every violation in found {
		object.subset(violation.facts, case.facts)
		violation.related[0].item == "w9/containers/0"
	}
}
