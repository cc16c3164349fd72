package rules.ocne["ignored-cluster-key_test"]

import data.lib.ocne_testing as given
import data.rules.ocne["ignored-cluster-key"] as rule

_unknown(fields) := {"unknown_keys": [object.union({"path": ["x"], "key": "x", "nearest": "", "elsewhere": false}, fields)]}

test_reported[note] if {
	some note, case in {
		"near another": {"given": {"nearest": "virtualIp"}, "found": {["warning", " (did you mean \"virtualIp\"?)"]}},
		"near nothing": {"given": {}, "found": {["warning", ""]}},
		"of the defaults file": {"given": {"key": "kubeconfig", "elsewhere": true}, "found": {["warning", " here: it belongs into the defaults file"]}},
		"of the manual": {"given": {"key": "autoStartUI", "elsewhere": true}, "found": {["notice", " here: it belongs into the defaults file"]}},
		"of the manual, too": {"given": {"key": "quiet", "elsewhere": true}, "found": {["notice", " here: it belongs into the defaults file"]}},
		"of the manual, at another level": {"given": {"key": "quiet"}, "found": {["warning", ""]}},
		"of the defaults file, near another": {"given": {"key": "kubeconfig", "nearest": "kubeProxyMode", "elsewhere": true}, "found": {["warning", " here: it belongs into the defaults file"]}},
	}

	found := rule.violations with input as given.clusters([_unknown(case.given)])
	{[object.get(violation, "severity", "own"), violation.facts.hint] | some violation in found} == case.found
}

test_silent_in_a_defaults_file if {
	count(rule.violations) == 0 with input as given.files("defaults", [_unknown({})])
}

test_silent_without_unknown_keys if {
	count(rule.violations) == 0 with input as given.cluster(given.sound)
}
