package rules.workload["mount-propagation_test"]

import data.lib.testing
import data.rules.workload["mount-propagation"] as rule

test_reported[note] if {
	some note, case in {
		"both ways": {"mount": {"name": "a", "mountPropagation": "Bidirectional"}, "severities": {"error"}},
		"from the host": {"mount": {"name": "a", "mountPropagation": "HostToContainer"}, "severities": {"error"}},
		"spelt otherwise": {"mount": {"name": "a", "mountPropagation": "bidirectional"}, "severities": {"error"}},
		"without a name": {"mount": {"mountPropagation": "Bidirectional"}, "severities": {"error"}},
		"with a name that is none": {"mount": {"name": {}, "mountPropagation": "Bidirectional"}, "severities": {"error"}},
		"the default": {"mount": {"name": "a", "mountPropagation": "None"}, "severities": {"notice"}},
		"left out": {"mount": {"name": "a", "mountPath": "/a"}, "severities": set()},
		"null": {"mount": {"name": "a", "mountPropagation": null}, "severities": set()},
		"empty": {"mount": {"name": "a", "mountPropagation": ""}, "severities": set()},
		"junk": {"mount": {"name": "a", "mountPropagation": true}, "severities": set()},
		"no mount": {"mount": "mountPropagation", "severities": set()},
	}

	found := rule.violations with input as testing.container({"volumeMounts": [case.mount]})
	{violation.severity | some violation in found} == case.severities
}

test_points_at_the_field if {
	given := testing.pod({"initContainers": [{"name": "fuse", "volumeMounts": [
		{"name": "a"},
		{"name": "b", "mountPropagation": "Bidirectional"},
	]}]})
	found := rule.violations with input as given

	some violation in found
	violation.item == "w1/initContainers/0"
	violation.path == ["volumeMounts", 1, "mountPropagation"]
	violation.facts == {"container": "fuse", "mount": "b", "value": "Bidirectional"}
}

test_dumps[value] if {
	some value, expected in {"None": 0, "Bidirectional": 1}
	mounts := {"name": "web", "volumeMounts": [{"name": "a", "mountPropagation": value}]}
	found := rule.violations with input as testing.pod_of({"exported": true}, {"containers": [mounts]})
	count(found) == expected
}

test_silent_on_managed_nodes if {
	given := testing.pod_of({"nodes": "managed"}, {"containers": [{"volumeMounts": [{"mountPropagation": "Bidirectional"}]}]})
	count(rule.violations) == 0 with input as given
}
