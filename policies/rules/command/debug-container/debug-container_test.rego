package rules.command["debug-container_test"]

import data.lib.testing
import data.rules.command["debug-container"] as rule

test_reported[note] if {
	some note, case in {
		"pod": {"call": testing.parsed("kubectl", ["debug"], {"image": "busybox"}, ["web"]), "severities": {"own"}},
		"pod with kind": {"call": testing.parsed("kubectl", ["debug"], {"image": "busybox"}, ["pod/web"]), "severities": {"own"}},
		"copy": {"call": testing.parsed("kubectl", ["debug"], {"image": "busybox", "copy-to": "x"}, ["web"]), "severities": {"warning"}},
		"copy under an unknown name": {"call": testing.parsed("kubectl", ["debug"], {"copy-to": null}, ["web"]), "severities": {"warning"}},
		"node": {"call": testing.parsed("kubectl", ["debug"], {"image": "busybox"}, ["node/a"]), "severities": set()},
		"node of unknown name": {"call": testing.parsed("kubectl", ["debug"], {"image": "busybox"}, ["node/$NODE"]), "severities": set()},
		"no operand": {"call": testing.parsed("kubectl", ["debug"], {}, []), "severities": set()},
		"older form": {"call": testing.parsed("kubectl", ["alpha", "debug"], {}, ["web"]), "severities": {"own"}},
		"something else in the making": {"call": testing.parsed("kubectl", ["alpha", "events"], {}, ["web"]), "severities": set()},
	}

	found := rule.violations with input as testing.commands([case.call])
	{_severity(violation) | some violation in found} == case.severities
}

_severity(violation) := object.get(violation, "severity", "own")

test_at_the_command if {
	found := rule.violations with input as testing.commands([testing.parsed("kubectl", ["debug"], {"image": "busybox"}, ["web"])])
	{[violation.item, violation.path] | some violation in found} == {["m0", []]}
}

test_silent[note] if {
	some note, fields in {
		"managed nodes": {"nodes": "managed"},
		"nothing known of the nodes": {"nodes": "unknown"},
		"throw-away cluster": {"ephemeral": true},
	}

	given := testing.commands([object.union(testing.parsed("kubectl", ["debug"], {"image": "busybox"}, ["web"]), fields)])
	count(rule.violations) == 0 with input as given
}
