package rules.command["credential-rotation-command_test"]

import data.lib.testing
import data.rules.command["credential-rotation-command"] as rule

test_reported[note] if {
	some note, case in {
		"start": {"call": testing.parsed("oci", ["ce", "cluster", "start-credential-rotation"], {}, []), "severities": {"own"}},
		"complete": {"call": testing.parsed("oci", ["ce", "cluster", "complete-credential-rotation"], {}, []), "severities": {"own"}},
		"by hand": {
			"call": object.union(testing.parsed("oci", ["raw-request"], {}, []), {"text": "oci raw-request --target-uri https://x/clusters/$C/actions/startCredentialRotation"}),
			"severities": {"own"},
		},
		"another request": {
			"call": object.union(testing.parsed("oci", ["raw-request"], {}, []), {"text": "oci raw-request --target-uri https://x/clusters/$C/credentialRotationStatus"}),
			"severities": set(),
		},
		"shape of the input": {
			"call": testing.parsed("oci", ["ce", "cluster", "start-credential-rotation"], {"generate-full-command-json-input": true}, []),
			"severities": set(),
		},
		"status": {"call": testing.parsed("oci", ["ce", "cluster", "get-credential-rotation-status"], {}, []), "severities": set()},
		"another": {"call": testing.parsed("oci", ["ce", "cluster", "update"], {}, []), "severities": set()},
	}

	found := rule.violations with input as testing.commands([case.call])
	{_severity(violation) | some violation in found} == case.severities
}

_severity(violation) := object.get(violation, "severity", "own")

test_at_the_command if {
	found := rule.violations with input as testing.commands([testing.parsed("oci", ["ce", "cluster", "start-credential-rotation"], {}, [])])
	{[violation.item, violation.path] | some violation in found} == {["m0", []]}
}

test_silent[note] if {
	some note, fields in {
		"managed nodes": {"nodes": "managed"},
		"nothing known of the nodes": {"nodes": "unknown"},
		"throw-away cluster": {"ephemeral": true},
	}

	given := testing.commands([object.union(testing.parsed("oci", ["ce", "cluster", "start-credential-rotation"], {}, []), fields)])
	count(rule.violations) == 0 with input as given
}
