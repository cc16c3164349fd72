package rules.workload["resource-field-variable_test"]

import data.lib.testing
import data.rules.workload["resource-field-variable"] as rule

_variable := {"name": "CPUS", "valueFrom": {"resourceFieldRef": {"resource": "limits.cpu"}}}

test_reported[note] if {
	some note, case in {
		"limit": {"env": [_variable], "count": 1},
		"two": {"env": [_variable, {"name": "A", "value": "b"}, _variable], "count": 2},
		"without a name": {"env": [{"valueFrom": {"resourceFieldRef": {}}}], "count": 1},
		"field": {"env": [{"name": "IP", "valueFrom": {"fieldRef": {"fieldPath": "status.podIP"}}}], "count": 0},
		"literal": {"env": [{"name": "CPUS", "value": "2"}], "count": 0},
		"null": {"env": [{"name": "CPUS", "valueFrom": {"resourceFieldRef": null}}], "count": 0},
		"junk": {"env": ["CPUS", 7, {"valueFrom": []}], "count": 0},
		"no list": {"env": "CPUS", "count": 0},
	}

	found := rule.violations with input as testing.container({"env": case.env})
	count(found) == case.count
}

test_points_at_the_reference if {
	given := testing.pod({"initContainers": [{"name": "tune", "env": [{"name": "A"}, _variable]}]})
	found := rule.violations with input as given

	some violation in found
	violation.item == "w1/initContainers/0"
	violation.path == ["env", 1, "valueFrom", "resourceFieldRef"]
	violation.facts == {"container": "tune", "variable": "CPUS", "resource": "limits.cpu"}
}

test_names_that_are_no_text if {
	found := rule.violations with input as testing.container({"env": [{"name": [], "valueFrom": {"resourceFieldRef": {"resource": 7}}}]})

	some violation in found
	violation.facts == {"container": "web", "variable": "unnamed", "resource": "a resource"}
}

test_silent_on_managed_nodes if {
	given := testing.pod_of({"nodes": "managed"}, {"containers": [{"env": [_variable]}]})
	count(rule.violations) == 0 with input as given
}
