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

test_reported_inside_a_configuration if {
	entry := {"secrets": [{"path": ["extraIgnitionInline"], "what": "join token", "target": "extraIgnitionInline"}]}
	every kind in ["cluster", "defaults"] {
		found := rule.violations with input as given.files(kind, [entry])
		{violation.path | some violation in found} == {["extraIgnitionInline"]}
	}
}

test_leaves_other_secrets_of_a_configuration_to_others if {
	entry := {"secrets": [{"path": ["sshPublicKey"], "what": "private key", "target": "sshPublicKey"}]}
	count(rule.violations) == 0 with input as given.files("cluster", [entry])
}
