package rules.command["attached-container_test"]

import data.lib.testing
import data.rules.command["attached-container"] as rule

test_reported[note] if {
	some note, case in {
		"attach": {"call": testing.parsed("kubectl", ["attach"], {}, ["web"]), "severities": {"own"}},
		"run interactively": {"call": testing.parsed("kubectl", ["run"], {"stdin": true, "tty": true, "rm": true, "image": "a"}, ["x"]), "severities": {"own"}},
		"run attached": {"call": testing.parsed("kubectl", ["run"], {"attach": true, "image": "a"}, ["x"]), "severities": {"own"}},
		"run and remove": {"call": testing.parsed("kubectl", ["run"], {"rm": true, "image": "a"}, ["x"]), "severities": {"own"}},
		"run": {"call": testing.parsed("kubectl", ["run"], {"image": "a"}, ["x"]), "severities": set()},
		"run with stdin off": {"call": testing.parsed("kubectl", ["run"], {"stdin": "false", "image": "a"}, ["x"]), "severities": set()},
		"run with open stdin, not attached": {"call": testing.parsed("kubectl", ["run"], {"stdin": true, "attach": "false"}, ["x"]), "severities": set()},
		"rehearsal": {"call": testing.parsed("kubectl", ["run"], {"stdin": true, "dry-run": "client"}, ["x"]), "severities": set()},
		"exec": {"call": testing.parsed("kubectl", ["exec"], {"stdin": true}, ["x"]), "severities": set()},
		"run with its input open": {"call": testing.parsed("kubectl", ["run"], {"stdin": true, "image": "a"}, ["x"]), "severities": {"own"}},
		"run with a terminal": {"call": testing.parsed("kubectl", ["run"], {"tty": true, "image": "a"}, ["x"]), "severities": {"own"}},
	}

	found := rule.violations with input as testing.commands([case.call])
	{_severity(violation) | some violation in found} == case.severities
}

_severity(violation) := object.get(violation, "severity", "own")

test_at_the_command if {
	found := rule.violations with input as testing.commands([testing.parsed("kubectl", ["attach"], {}, ["web"])])
	{[violation.item, violation.path] | some violation in found} == {["m0", []]}
}

test_silent[note] if {
	some note, fields in {
		"managed nodes": {"nodes": "managed"},
		"nothing known of the nodes": {"nodes": "unknown"},
		"throw-away cluster": {"ephemeral": true},
	}

	given := testing.commands([object.union(testing.parsed("kubectl", ["attach"], {}, ["web"]), fields)])
	count(rule.violations) == 0 with input as given
}
