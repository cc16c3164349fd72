package rules.command["client-ip-preservation-command_test"]

import data.lib.testing
import data.rules.command["client-ip-preservation-command"] as rule

test_reported[note] if {
	some note, case in {
		"patch": {"call": testing.parsed("kubectl", ["patch"], {"patch": `{"spec":{"externalTrafficPolicy":"Local"}}`}, ["svc", "web"]), "count": 1},
		"patch in YAML": {"call": testing.parsed("kubectl", ["patch"], {"patch": "spec:\n  externalTrafficPolicy: Local"}, ["svc/web"]), "count": 1},
		"patch by path": {
			"call": testing.parsed("kubectl", ["patch"], {"patch": `[{"op":"replace","path":"/spec/externalTrafficPolicy","value":"Local"}]`}, ["svc/web"]),
			"count": 1,
		},
		"patch to Cluster": {"call": testing.parsed("kubectl", ["patch"], {"patch": `{"spec":{"externalTrafficPolicy":"Cluster"}}`}, ["svc/web"]), "count": 0},
		"internal traffic": {"call": testing.parsed("kubectl", ["patch"], {"patch": `{"spec":{"internalTrafficPolicy":"Local"}}`}, ["svc/web"]), "count": 0},
		"unknown patch": {"call": testing.parsed("kubectl", ["patch"], {"patch": null}, ["svc/web"]), "count": 0},
		"expose": {"call": testing.parsed("kubectl", ["expose"], {"overrides": `{"spec":{"externalTrafficPolicy":"Local"}}`}, ["deploy", "web"]), "count": 1},
		"helm": {"call": _helm("controller.service.type=LoadBalancer,controller.service.externalTrafficPolicy=Local"), "count": 1},
		"helm to Cluster": {"call": _helm("controller.service.externalTrafficPolicy=Cluster"), "count": 0},
		"helm, another value": {"call": _helm("note=externalTrafficPolicyLocal"), "count": 0},
		"helm, unknown": {"call": _helm(null), "count": 0},
		"helm installs": {"call": _helm_to("install", "service.externalTrafficPolicy=Local"), "count": 1},
		"helm renders": {"call": _helm_to("template", "service.externalTrafficPolicy=Local"), "count": 1},
		"helm only looks at the chart": {"call": _helm_to("lint", "service.externalTrafficPolicy=Local"), "count": 0},
		"helm in JSON": {"call": _helm(`controller.service={"type":"LoadBalancer","externalTrafficPolicy": "Local"}`), "count": 1},
		"helm in JSON, to Cluster": {"call": _helm(`controller.service={"externalTrafficPolicy":"Cluster"}`), "count": 0},
	}
	found := rule.violations with input as testing.commands([case.call])
	count(found) == case.count
}

_helm(value) := _helm_to("upgrade", value)

_helm_to(verb, value) := object.union(testing.parsed("helm", [verb], {"set": value}, ["web", "ingress-nginx/ingress-nginx"]), {"args": [verb, "--set", value]})

test_silent[note] if {
	some note, fields in {
		"managed nodes": {"nodes": "managed"},
		"nothing known of the nodes": {"nodes": "unknown"},
		"throw-away cluster": {"ephemeral": true},
	}
	call := testing.parsed("kubectl", ["patch"], {"patch": `{"spec":{"externalTrafficPolicy":"Local"}}`}, ["svc", "web"])
	count(rule.violations) == 0 with input as testing.commands([object.union(call, fields)])
}
