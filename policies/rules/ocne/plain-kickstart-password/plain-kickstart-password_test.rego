package rules.ocne["plain-kickstart-password_test"]

import data.lib.ocne_testing as given
import data.rules.ocne["plain-kickstart-password"] as rule

_entry := {"secrets": [{"path": ["commands", 2], "what": "password", "target": "rootpw"}]}

test_reported if {
	found := rule.violations with input as given.files("kickstart", [_entry])
	{[violation.path, violation.facts.command] | some violation in found} == {[["commands", 2], "rootpw"]}
}

test_silent_without_secrets if {
	count(rule.violations) == 0 with input as given.files("kickstart", [{}])
}

test_silent_on_other_files if {
	count(rule.violations) == 0 with input as given.files("ignition", [_entry])
}
