package rules.command["followed-logs_test"]

import data.lib.testing
import data.rules.command["followed-logs"] as rule

test_reported[note] if {
	some note, case in {
		"follow": {"call": testing.parsed("kubectl", ["logs"], {"follow": true}, ["web"]), "severities": {"own"}},
		"follow with a value": {"call": testing.parsed("kubectl", ["logs"], {"follow": "true"}, ["web"]), "severities": {"own"}},
		"not followed": {"call": testing.parsed("kubectl", ["logs"], {}, ["web"]), "severities": set()},
		"follow off": {"call": testing.parsed("kubectl", ["logs"], {"follow": "false"}, ["web"]), "severities": set()},
		"earlier container": {"call": testing.parsed("kubectl", ["logs"], {"previous": true, "since": "1h"}, ["web"]), "severities": set()},
		"value unknown": {"call": testing.parsed("kubectl", ["logs"], {"follow": null}, ["web"]), "severities": set()},
		"file applied": {"call": testing.parsed("kubectl", ["apply"], {"filename": "web.yaml"}, []), "severities": set()},
		"stern": {"call": {"program": "stern", "args": ["web"]}, "severities": {"warning"}},
		"stern that lists": {"call": {"program": "stern", "args": ["web", "--no-follow"]}, "severities": set()},
		"stern version": {"call": {"program": "stern", "args": ["--version"]}, "severities": set()},
		"stern with unknown words": {"call": {"program": "stern", "args": [null]}, "severities": {"warning"}},
		"k9s": {"call": {"program": "k9s", "args": []}, "severities": {"warning"}},
		"plugin": {"call": testing.parsed("kubectl", ["stern"], {}, []), "severities": {"warning"}},
		"docker": {"call": {"program": "docker", "args": ["logs", "-f", "web"]}, "severities": set()},
		"kail": {"call": {"program": "kail", "args": ["--ns", "shop"]}, "severities": {"warning"}},
		"kubetail": {"call": {"program": "kubetail", "args": ["web"]}, "severities": {"warning"}},
		"another plugin": {"call": testing.parsed("kubectl", ["tail"], {}, ["--ns", "shop"]), "severities": {"warning"}},
		"plugin that lists": {"call": object.union(testing.parsed("kubectl", ["stern"], {}, ["web"]), {"args": ["stern", "web", "--no-follow"]}), "severities": set()},
		"stern for the shell": {"call": {"program": "stern", "args": ["--completion", "bash"]}, "severities": set()},
		"stern that asks what to show": {"call": {"program": "stern", "args": ["--prompt"]}, "severities": set()},
		"where k9s keeps its files": {"call": {"program": "k9s", "args": ["info"]}, "severities": set()},
	}

	found := rule.violations with input as testing.commands([case.call])
	{_severity(violation) | some violation in found} == case.severities
}

_severity(violation) := object.get(violation, "severity", "own")

test_at_the_command if {
	found := rule.violations with input as testing.commands([testing.parsed("kubectl", ["logs"], {"follow": true}, ["web"])])
	{[violation.item, violation.path] | some violation in found} == {["m0", []]}
}

test_silent[note] if {
	some note, fields in {
		"managed nodes": {"nodes": "managed"},
		"nothing known of the nodes": {"nodes": "unknown"},
		"throw-away cluster": {"ephemeral": true},
	}

	given := testing.commands([object.union(testing.parsed("kubectl", ["logs"], {"follow": true}, ["web"]), fields)])
	count(rule.violations) == 0 with input as given
}
