package rules.command["command-in-container_test"]

import data.lib.testing
import data.rules.command["command-in-container"] as rule

test_reported[note] if {
	some note, case in {
		"exec": {"call": testing.parsed("kubectl", ["exec"], {"stdin": true}, ["web"]), "severities": {"own"}},
		"copy": {"call": testing.parsed("kubectl", ["cp"], {}, ["a", "web:/b"]), "severities": {"warning"}},
		"remote shell of oc": {"call": testing.parsed("kubectl", ["rsh"], {}, ["web"]), "severities": {"own"}},
		"explain": {"call": testing.parsed("kubectl", ["explain"], {}, ["pod"]), "severities": set()},
		"help": {"call": testing.parsed("kubectl", ["help"], {}, ["exec"]), "severities": set()},
		"Ansible": {"call": {"program": "kubernetes.core.k8s_exec", "args": []}, "severities": {"own"}},
		"Ansible copies": {"call": {"program": "kubernetes.core.k8s_cp", "args": []}, "severities": {"warning"}},
		"docker": {"call": {"program": "docker", "args": ["exec", "web", "ls"]}, "severities": set()},
		"plugin": {"call": testing.parsed("kubectl", ["iexec"], {}, ["web"]), "severities": {"own"}},
		"synchronisation of oc": {"call": testing.parsed("oc", ["rsync"], {}, ["./a", "web:/b"]), "severities": {"warning"}},
	}

	found := rule.violations with input as testing.commands([case.call])
	{_severity(violation) | some violation in found} == case.severities
}

_severity(violation) := object.get(violation, "severity", "own")

test_at_the_command if {
	found := rule.violations with input as testing.commands([testing.parsed("kubectl", ["exec"], {"stdin": true}, ["web"])])
	{[violation.item, violation.path] | some violation in found} == {["m0", []]}
}

test_silent[note] if {
	some note, fields in {
		"managed nodes": {"nodes": "managed"},
		"nothing known of the nodes": {"nodes": "unknown"},
		"throw-away cluster": {"ephemeral": true},
	}

	given := testing.commands([object.union(testing.parsed("kubectl", ["exec"], {"stdin": true}, ["web"]), fields)])
	count(rule.violations) == 0 with input as given
}
