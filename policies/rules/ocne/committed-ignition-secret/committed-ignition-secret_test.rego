package rules.ocne["committed-ignition-secret_test"]

import data.lib.ocne_testing as given
import data.rules.ocne["committed-ignition-secret"] as rule

_entry := {"secrets": [{"path": ["storage", "files", 0, "contents"], "what": "private key", "target": "/etc/kubernetes/pki/ca.key"}]}

test_reported if {
	found := rule.violations with input as given.files("ignition", [_entry])
	{[violation.path, violation.facts.what] | some violation in found} == {[["storage", "files", 0, "contents"], "private key"]}
}

test_silent_without_secrets if {
	count(rule.violations) == 0 with input as given.files("ignition", [{}])
}

test_silent_on_other_files if {
	count(rule.violations) == 0 with input as given.files("kickstart", [_entry])
}
