package rules.workload["ephemeral-container_test"]

import data.lib.testing
import data.rules.workload["ephemeral-container"] as rule

test_reported[note] if {
	some note, case in {
		"one": {"list": [{"name": "migrate", "image": "x"}], "count": 1},
		"two": {"list": [{"name": "a"}, {"name": "b"}], "count": 1},
		"sidecar": {"list": [{"name": "proxy", "restartPolicy": "Always"}], "count": 1},
		"without a name": {"list": [{"image": "x"}], "count": 1},
		"name that is no text": {"list": [{"name": 7}], "count": 1},
		"none": {"list": [], "count": 0},
		"null": {"list": null, "count": 0},
		"taken away by a patch": {"list": [{"name": "migrate", "$patch": "delete"}], "count": 0},
		"all taken away by a patch": {"list": [{"$patch": "replace"}], "count": 0},
		"no list": {"list": {"name": "migrate"}, "count": 0},
		"holes": {"list": [null, "x"], "count": 0},
	}

	found := rule.violations with input as testing.pod({"ephemeralContainers": case.list})
	count(found) == case.count
}

test_names_the_containers if {
	given := testing.pod({"ephemeralContainers": [{"name": "b"}, {"name": "a", "$patch": "delete"}, {"image": "x"}, {"name": "a"}]})
	found := rule.violations with input as given

	some violation in found
	violation.path == ["ephemeralContainers"]
	violation.facts == {"containers": ["b", "unnamed", "a"]}
}

test_silent_without if count(rule.violations) == 0 with input as testing.container({})

test_silent_on_managed_nodes if {
	given := testing.pod_of({"nodes": "managed"}, {"ephemeralContainers": [{"name": "a"}]})
	count(rule.violations) == 0 with input as given
}
