package rules.ocne["unquoted-ocne-version_test"]

import data.lib.ocne_testing as given
import data.rules.ocne["unquoted-ocne-version"] as rule

_version(number) := {"versions": [{"path": ["kubernetesVersion"], "text": "1.30", "version": [1, 30], "number": number}]}

test_reported_as_a_number[kind] if {
	some kind in ["cluster", "defaults"]
	found := rule.violations with input as given.files(kind, [_version(true)])
	{violation.facts.version | some violation in found} == {"1.30"}
}

test_silent_on_text if {
	count(rule.violations) == 0 with input as given.clusters([_version(false)])
}
