package rules.command["running-pod-image-change_test"]

import data.lib.testing
import data.rules.command["running-pod-image-change"] as rule

test_reported[note] if {
	some note, case in {
		"set image": {"call": testing.parsed("kubectl", ["set", "image"], {}, ["pod/web", "web=a:2"]), "severities": {"own"}},
		"set image of pods": {"call": testing.parsed("kubectl", ["set", "image"], {}, ["pods", "web", "web=a:2"]), "severities": {"own"}},
		"set image of a pod of unknown name": {"call": testing.parsed("kubectl", ["set", "image"], {}, ["po/$POD", "web=a:2"]), "severities": {"own"}},
		"set image of a deployment": {"call": testing.parsed("kubectl", ["set", "image"], {}, ["deployment/web", "web=a:2"]), "severities": set()},
		"set resources": {"call": testing.parsed("kubectl", ["set", "resources"], {}, ["pod/web"]), "severities": set()},
		"patch": {"call": testing.parsed("kubectl", ["patch"], {"patch": "{\"spec\":{\"containers\":[{\"name\":\"web\",\"image\":\"a:2\"}]}}"}, ["pod", "web"]), "severities": {"own"}},
		"patch by path": {"call": testing.parsed("kubectl", ["patch"], {"type": "json", "patch": "[{\"op\":\"replace\",\"path\":\"/spec/containers/0/image\",\"value\":\"a\"}]"}, ["pod/web"]), "severities": {"own"}},
		"patch of labels": {"call": testing.parsed("kubectl", ["patch"], {"patch": "{\"metadata\":{}}"}, ["pod", "web"]), "severities": set()},
		"patch of pull secrets": {"call": testing.parsed("kubectl", ["patch"], {"patch": "{\"spec\":{\"imagePullSecrets\":[]}}"}, ["pod", "web"]), "severities": set()},
		"unknown patch": {"call": testing.parsed("kubectl", ["patch"], {"patch": null}, ["pod", "web"]), "severities": set()},
		"patch with an unknown part": {
			"call": object.union(testing.parsed("kubectl", ["patch"], {"patch": null}, ["pod/web"]), {"text": `kubectl patch pod/web -p "{\"spec\":{\"containers\":[{\"image\":\"$IMAGE\"}]}}"`}),
			"severities": {"own"},
		},
		"patch of a deployment with an unknown part": {
			"call": object.union(testing.parsed("kubectl", ["patch"], {"patch": null}, ["deploy/web"]), {"text": `kubectl patch deploy/web -p "{\"image\":\"$IMAGE\"}"`}),
			"severities": set(),
		},
		"patch of labels that shows the image": {
			"call": object.union(testing.parsed("kubectl", ["patch"], {"patch": `{"metadata":{}}`}, ["pod/web"]), {"text": `kubectl patch pod/web -p '{"metadata":{}}' -o go-template='{"image": "{{.spec}}"}'`}),
			"severities": set(),
		},
		"patch of labels with an unknown part": {
			"call": object.union(testing.parsed("kubectl", ["patch"], {"patch": null}, ["pod/web"]), {"text": `kubectl patch pod/web -p "{\"metadata\":{\"labels\":{\"a\":\"$IMAGE\"}}}"`}),
			"severities": set(),
		},
		"patch of a deployment": {"call": testing.parsed("kubectl", ["patch"], {"patch": "{\"image\": \"a\"}"}, ["deploy", "web"]), "severities": set()},
		"edit": {"call": testing.parsed("kubectl", ["edit"], {}, ["pod/web"]), "severities": {"notice"}},
		"edit a deployment": {"call": testing.parsed("kubectl", ["edit"], {}, ["deploy/web"]), "severities": set()},
	}

	found := rule.violations with input as testing.commands([case.call])
	{_severity(violation) | some violation in found} == case.severities
}

_severity(violation) := object.get(violation, "severity", "own")

test_at_the_command if {
	found := rule.violations with input as testing.commands([testing.parsed("kubectl", ["set", "image"], {}, ["pod/web", "web=a:2"])])
	{[violation.item, violation.path] | some violation in found} == {["m0", []]}
}

test_silent[note] if {
	some note, fields in {
		"managed nodes": {"nodes": "managed"},
		"nothing known of the nodes": {"nodes": "unknown"},
		"throw-away cluster": {"ephemeral": true},
	}

	given := testing.commands([object.union(testing.parsed("kubectl", ["set", "image"], {}, ["pod/web", "web=a:2"]), fields)])
	count(rule.violations) == 0 with input as given
}
