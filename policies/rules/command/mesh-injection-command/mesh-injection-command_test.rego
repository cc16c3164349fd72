package rules.command["mesh-injection-command_test"]

import data.lib.testing
import data.rules.command["mesh-injection-command"] as rule

test_marks[mark] if {
	some mark, expected in {
		"istio-injection=enabled": 1,
		"istio-injection=disabled": 0,
		"istio-injection-": 0,
		"istio.io/rev=default": 1,
		"istio.io/rev=a=b": 1,
		"istio.io/rev": 0,
		"istio.io/rev-": 0,
		"istio.io/rev=$REVISION": 1,
		"istio.io/dataplane-mode=ambient": 1,
		"sidecar.istio.io/inject=false": 0,
		"linkerd.io/inject=ingress": 1,
		"linkerd.io/inject=disabled": 0,
		"kuma.io/sidecar-injection=true": 1,
		"openservicemesh.io/monitored-by=osm": 1,
		"team=istio-injection": 0,
		"pod-security.kubernetes.io/enforce=restricted": 0,
	}
	call := testing.parsed("kubectl", ["label"], {"overwrite": true}, ["namespace", "shop", mark])
	found := rule.violations with input as testing.commands([call])
	count(found) == expected
}

test_annotate if {
	call := testing.parsed("kubectl", ["annotate"], {}, ["ns", "shop", "linkerd.io/inject=enabled"])
	found := rule.violations with input as testing.commands([call])
	{violation.facts.mark | some violation in found} == {"linkerd.io/inject=enabled"}
}

test_other_verbs if {
	call := testing.parsed("kubectl", ["get"], {"selector": "istio-injection=enabled"}, ["ns", "istio-injection=enabled"])
	count(rule.violations) == 0 with input as testing.commands([call])
}

test_silent[note] if {
	some note, fields in {
		"managed nodes": {"nodes": "managed"},
		"nothing known of the nodes": {"nodes": "unknown"},
		"throw-away cluster": {"ephemeral": true},
		"rehearsal": {"parsed": {"flags": {"dry-run": "client"}}},
	}
	call := testing.parsed("kubectl", ["label"], {}, ["namespace", "shop", "istio-injection=enabled"])
	count(rule.violations) == 0 with input as testing.commands([object.union(call, fields)])
}
