package rules.command["node-doctor_test"]

import data.lib.testing
import data.rules.command["node-doctor"] as rule

test_reported[note] if {
	some note, case in {
		"node doctor": {"call": {"program": "node-doctor.sh", "args": ["--check"]}, "severities": {"own"}},
		"through a shell": {
			"call": {"program": "bash", "args": ["/usr/local/bin/node-doctor.sh"], "text": "bash /usr/local/bin/node-doctor.sh --check"},
			"severities": {"own"},
		},
		"on a node": {
			"call": {"program": "ssh", "args": ["n1", "sudo /usr/local/bin/node-doctor.sh"], "text": "ssh n1 'sudo /usr/local/bin/node-doctor.sh'"},
			"severities": {"own"},
		},
		"another script": {"call": {"program": "bash", "args": ["my-node-doctor.sh"], "text": "bash my-node-doctor.sh"}, "severities": set()},
		"another doctor": {"call": {"program": "brew", "args": ["doctor"]}, "severities": set()},
	}

	found := rule.violations with input as testing.commands([case.call])
	{_severity(violation) | some violation in found} == case.severities
}

_severity(violation) := object.get(violation, "severity", "own")

test_at_the_command if {
	found := rule.violations with input as testing.commands([{"program": "node-doctor.sh", "args": ["--check"]}])
	{[violation.item, violation.path] | some violation in found} == {["m0", []]}
}

test_silent[note] if {
	some note, fields in {
		"managed nodes": {"nodes": "managed"},
		"nothing known of the nodes": {"nodes": "unknown"},
		"throw-away cluster": {"ephemeral": true},
	}

	given := testing.commands([object.union({"program": "node-doctor.sh", "args": ["--check"]}, fields)])
	count(rule.violations) == 0 with input as given
}

test_through_other_programs[program] if {
	some program, expected in {"sh": 1, "bash": 1, "dash": 1, "zsh": 1, "ksh": 1, "ssh": 1, "oci": 1, "cat": 0}
	text := $"{program} /usr/local/bin/node-doctor.sh --generate"
	count(rule.violations) == expected with input as testing.commands([{"program": program, "args": [null], "text": text}])
}
