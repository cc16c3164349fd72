package rules.workload["missing-resource-limit_test"]

import data.lib.testing
import data.rules.workload["missing-resource-limit"] as rule

test_reported[note] if {
	some note, case in {
		"nothing": {"given": {}, "count": 1},
		"empty": {"given": {"resources": {}}, "count": 1},
		"null": {"given": {"resources": null}, "count": 1},
		"request alone": {"given": {"resources": {"requests": {"cpu": "1", "memory": "1Gi"}}}, "count": 1},
		"cpu alone": {"given": {"resources": {"limits": {"cpu": "1"}}}, "count": 1},
		"null limit": {"given": {"resources": {"limits": {"cpu": "1", "memory": null}}}, "count": 1},
		"both limits": {"given": {"resources": {"limits": {"cpu": "1", "memory": "1Gi"}}}, "count": 0},
		"templated limits": {"given": {"resources": {"limits": {"cpu": "${CPU}", "memory": "${MEMORY}"}}}, "count": 0},
		"wrong type": {"given": {"resources": "small"}, "count": 1},
	}

	found := rule.violations with input as testing.container(case.given)
	count(found) == case.count
}

test_names_what_is_missing if {
	found := rule.violations with input as testing.container({"resources": {"limits": {"cpu": "1"}}})
	some violation in found
	violation.facts == {"container": "web", "missing": "memory"}
}

test_init_containers_are_another_matter if {
	count(rule.violations) == 0 with input as testing.pod({"initContainers": [{"name": "a"}]})
}

test_patches_prove_nothing if {
	count(rule.violations) == 0 with input as testing.pod_of({"partial": true}, {"containers": [{"name": "a"}]})
}

test_pod_level_resources if {
	given := testing.pod({"resources": {"limits": {"cpu": "1", "memory": "1Gi"}}, "containers": [{"name": "a"}]})
	count(rule.violations) == 0 with input as given
}

test_unknown_resources if {
	given := testing.pod_of({"unknown": {"containers.0.resources": "var.resources"}}, {"containers": [{"name": "a"}]})
	count(rule.violations) == 0 with input as given
}

test_other_unknowns if {
	given := testing.pod_of({"unknown": {"containers.0.image": "${IMAGE}"}}, {"containers": [{"name": "a"}]})
	count(rule.violations) == 1 with input as given
}

test_silent_on_managed_nodes if {
	given := testing.pod_of({"nodes": "managed"}, {"containers": [{"name": "a"}]})
	count(rule.violations) == 0 with input as given
}

test_empty_pod_level_resources if {
	given := testing.pod({"resources": {"limits": {}}, "containers": [{"name": "a"}]})
	count(rule.violations) == 1 with input as given
}
