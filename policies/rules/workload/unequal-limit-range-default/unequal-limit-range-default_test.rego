package rules.workload["unequal-limit-range-default_test"]

import data.lib.testing
import data.rules.workload["unequal-limit-range-default"] as rule

_severities(found) := {object.get(violation, "severity", "own") | some violation in found}

test_reported[note] if {
	some note, case in {
		"unequal": {"fields": {"group": ""}, "value": {"spec": {"limits": [{"type": "Container", "default": {"cpu": "1"}, "defaultRequest": {"cpu": "100m"}}]}}, "severities": {"own"}},
		"ephemeral storage": {"fields": {"group": ""}, "value": {"spec": {"limits": [{"type": "Container", "default": {"ephemeral-storage": "2Gi"}, "defaultRequest": {"ephemeral-storage": "1Gi"}}]}}, "severities": {"own"}},
		"equal": {"fields": {"group": ""}, "value": {"spec": {"limits": [{"type": "Container", "default": {"cpu": 1}, "defaultRequest": {"cpu": "1000m"}}]}}, "severities": set()},
		"limit only": {"fields": {"group": ""}, "value": {"spec": {"limits": [{"type": "Container", "default": {"cpu": "1"}}]}}, "severities": set()},
		"request only": {
			"fields": {"group": ""},
			"value": {"spec": {"limits": [{"type": "Container", "defaultRequest": {"cpu": "1"}}]}},
			"severities": {"own"},
		},
		"request only in a patch": {
			"fields": {"group": "", "partial": true},
			"value": {"spec": {"limits": [{"type": "Container", "defaultRequest": {"cpu": "1"}}]}},
			"severities": set(),
		},
		"limit from the maximum": {
			"fields": {"group": ""},
			"value": {"spec": {"limits": [{"type": "Container", "max": {"cpu": 2}, "defaultRequest": {"cpu": "2"}}]}},
			"severities": set(),
		},
		"less than the maximum": {
			"fields": {"group": ""},
			"value": {"spec": {"limits": [{"type": "Container", "max": {"memory": "1Gi"}, "defaultRequest": {"memory": "512Mi"}}]}},
			"severities": {"own"},
		},
		"memory in other units": {
			"fields": {"group": ""},
			"value": {"spec": {"limits": [{"type": "Container", "default": {"memory": "0.5Gi"}, "defaultRequest": {"memory": "512Mi"}}]}},
			"severities": set(),
		},
		"not a quantity": {
			"fields": {"group": ""},
			"value": {"spec": {"limits": [{"type": "Container", "default": {"cpu": "1"}, "defaultRequest": {"cpu": "${CPU}"}}]}},
			"severities": set(),
		},
		"wrong types": {"fields": {"group": ""}, "value": {"spec": {"limits": [{"type": "Container", "default": [], "defaultRequest": {"cpu": ["1"]}}, 3]}}, "severities": set()},
		"pods": {"fields": {"group": ""}, "value": {"spec": {"limits": [{"type": "Pod", "default": {"cpu": "1"}, "defaultRequest": {"cpu": "100m"}}]}}, "severities": set()},
		"nothing asked for, no limit": {"fields": {"group": ""}, "value": {"spec": {"limits": [{"type": "Container", "defaultRequest": {"cpu": 0}}]}}, "severities": set()},
		"of another API": {"fields": {"group": "example.com"}, "value": {"spec": {"limits": [{"type": "Container", "default": {"cpu": "1"}, "defaultRequest": {"cpu": "100m"}}]}}, "severities": set()},
		"managed nodes": {"fields": {"group": "", "nodes": "managed"}, "value": {"spec": {"limits": [{"type": "Container", "default": {"cpu": "1"}, "defaultRequest": {"cpu": "100m"}}]}}, "severities": set()},
	}

	found := rule.violations with input as testing.object_of(object.get(case.fields, "kind", "LimitRange"), case.fields, case.value)
	_severities(found) == case.severities
}

test_faults[note] if {
	some note, case in {
		"unequal": {"limit": {"default": {"cpu": 2}, "defaultRequest": {"cpu": 1}}, "faults": {"that differs from the default limit"}},
		"maximum": {"limit": {"max": {"cpu": 2}, "defaultRequest": {"cpu": 1}}, "faults": {"that differs from the maximum, which is the default limit as well"}},
		"none": {"limit": {"defaultRequest": {"cpu": 1}}, "faults": {"without a default limit"}},
		"no quantity before the maximum": {
			"limit": {"default": {"cpu": false}, "max": {"cpu": 2}, "defaultRequest": {"cpu": 1}},
			"faults": {"that differs from the maximum, which is the default limit as well"},
		},
	}

	value := {"spec": {"limits": [object.union(case.limit, {"type": "Container"})]}}
	found := rule.violations with input as testing.object_of("LimitRange", {"group": ""}, value)
	{violation.facts.fault | some violation in found} == case.faults
}

test_limits_not_known[place] if {
	some place, faults in {
		"spec.limits.0.default": set(),
		"spec.limits.0.default.cpu": set(),
		"spec.limits.0.max": set(),
		"spec.limits.0.max.cpu": set(),
		"spec.limits.0.max.memory": {"without a default limit"},
		"spec.limits.1.default": {"without a default limit"},
	}
	value := {"spec": {"limits": [{"type": "Container", "defaultRequest": {"cpu": 1}}]}}
	found := rule.violations with input as testing.object_of("LimitRange", {"group": "", "unknown": {place: "${CPU}"}}, value)
	{violation.facts.fault | some violation in found} == faults
}

test_maximum_beside_a_default_that_is_not_known if {
	value := {"spec": {"limits": [{"type": "Container", "max": {"cpu": 2}, "defaultRequest": {"cpu": 1}}]}}
	fields := {"group": "", "unknown": {"spec.limits.0.default.cpu": "${CPU}"}}
	count(rule.violations) == 0 with input as testing.object_of("LimitRange", fields, value)
}

test_default_beside_a_maximum_that_is_not_known if {
	value := {"spec": {"limits": [{"type": "Container", "default": {"cpu": 2}, "defaultRequest": {"cpu": 1}}]}}
	fields := {"group": "", "unknown": {"spec.limits.0.max.cpu": "${CPU}"}}
	count(rule.violations) == 1 with input as testing.object_of("LimitRange", fields, value)
}
