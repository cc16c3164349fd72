package rules.ocne["unknown-defaults-key_test"]

import data.lib.ocne_testing as given
import data.rules.ocne["unknown-defaults-key"] as rule

_unknown(fields) := {"unknown_keys": [object.union({"path": ["x"], "key": "x", "nearest": "", "elsewhere": false}, fields)]}

test_reported[note] if {
	some note, case in {
		"near another": {"given": {"nearest": "quiet"}, "found": {" (did you mean \"quiet\"?)"}},
		"near nothing": {"given": {}, "found": {""}},
		"of a cluster": {"given": {"elsewhere": true, "nearest": "cni"}, "found": {" (it belongs into a cluster configuration)"}},
	}

	found := rule.violations with input as given.files("defaults", [_unknown(case.given)])
	{violation.facts.hint | some violation in found} == case.found
}

test_silent_in_a_cluster_configuration if {
	count(rule.violations) == 0 with input as given.clusters([_unknown({})])
}
