package rules.command["port-forwarding_test"]

import data.lib.testing
import data.rules.command["port-forwarding"] as rule

test_reported[note] if {
	some note, case in {
		"kubectl": {"call": testing.parsed("kubectl", ["port-forward"], {}, ["svc/web", "80"]), "severities": {"own"}},
		"kubectl proxy": {"call": testing.parsed("kubectl", ["proxy"], {"port": "80"}, []), "severities": set()},
		"skaffold": {"call": {"program": "skaffold", "args": ["dev", "--port-forward"]}, "severities": {"warning"}},
		"skaffold with kinds": {"call": {"program": "skaffold", "args": ["dev", "--port-forward=user"]}, "severities": {"warning"}},
		"skaffold with forwarding off": {"call": {"program": "skaffold", "args": ["dev", "--port-forward=off"]}, "severities": set()},
		"skaffold without": {"call": {"program": "skaffold", "args": ["dev"]}, "severities": set()},
		"skaffold file": {"call": {"program": "skaffold.portForward", "args": []}, "severities": {"warning"}},
		"Tiltfile": {"call": {"program": "tilt.port_forwards", "args": []}, "severities": {"warning"}},
		"helm test": {"call": testing.parsed("helm", ["test"], {}, ["web"]), "severities": set()},
		"skaffold with a profile first": {"call": {"program": "skaffold", "args": ["--profile", "staging", "run", "--port-forward"]}, "severities": {"warning"}},
		"skaffold with unknown words": {"call": {"program": "skaffold", "args": [null, "dev", "--port-forward"]}, "severities": {"warning"}},
	}

	found := rule.violations with input as testing.commands([case.call])
	{_severity(violation) | some violation in found} == case.severities
}

_severity(violation) := object.get(violation, "severity", "own")

test_at_the_command if {
	found := rule.violations with input as testing.commands([testing.parsed("kubectl", ["port-forward"], {}, ["svc/web", "80"])])
	{[violation.item, violation.path] | some violation in found} == {["m0", []]}
}

test_silent[note] if {
	some note, fields in {
		"managed nodes": {"nodes": "managed"},
		"nothing known of the nodes": {"nodes": "unknown"},
		"throw-away cluster": {"ephemeral": true},
	}

	given := testing.commands([object.union(testing.parsed("kubectl", ["port-forward"], {}, ["svc/web", "80"]), fields)])
	count(rule.violations) == 0 with input as given
}

test_verbs_of_skaffold[verb] if {
	some verb, expected in {"dev": 1, "run": 1, "debug": 1, "deploy": 1, "apply": 1, "verify": 1, "render": 0}
	count(rule.violations) == expected with input as testing.commands([{"program": "skaffold", "args": [verb, "--port-forward"]}])
}
