package rules.workload["sub-path-expression_test"]

import data.lib.testing
import data.rules.workload["sub-path-expression"] as rule

test_reported[note] if {
	some note, case in {
		"variable": {"mount": {"name": "a", "subPathExpr": "$(POD_NAME)"}, "count": 1},
		"without a variable": {"mount": {"name": "a", "subPathExpr": "logs"}, "count": 1},
		"without a name": {"mount": {"subPathExpr": "logs"}, "count": 1},
		"plain": {"mount": {"name": "a", "subPath": "$(POD_NAME)"}, "count": 0},
		"empty": {"mount": {"name": "a", "subPathExpr": ""}, "count": 0},
		"null": {"mount": {"name": "a", "subPathExpr": null}, "count": 0},
		"junk": {"mount": {"name": "a", "subPathExpr": ["logs"]}, "count": 0},
		"no mount": {"mount": "subPathExpr", "count": 0},
	}

	found := rule.violations with input as testing.container({"volumeMounts": [case.mount]})
	count(found) == case.count
}

test_points_at_the_field if {
	given := testing.container({"volumeMounts": [{"name": "a"}, {"name": "b", "subPathExpr": "$(POD_NAME)"}]})
	found := rule.violations with input as given

	some violation in found
	violation.item == "w1/containers/0"
	violation.path == ["volumeMounts", 1, "subPathExpr"]
	violation.facts == {"container": "web", "mount": "b", "expression": "$(POD_NAME)"}
}

test_silent_on_managed_nodes if {
	given := testing.pod_of({"nodes": "managed"}, {"containers": [{"volumeMounts": [{"subPathExpr": "x"}]}]})
	count(rule.violations) == 0 with input as given
}
