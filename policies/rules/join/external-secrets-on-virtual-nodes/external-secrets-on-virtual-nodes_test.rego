package rules.join["external-secrets-on-virtual-nodes_test"]

import data.rules.join["external-secrets-on-virtual-nodes"] as rule

_chart(fields) := {"charts": [object.union(
	{"id": "chart1", "chart": "external-secrets", "nodes": "virtual", "values": null, "unknown": {}},
	fields,
)]}

_some := {"limits": {"cpu": "1", "memory": "1Gi"}}

test_reported[note] if {
	some note, case in {
		"no values": {"fields": {}, "missing": {["resources", "webhook.resources", "certController.resources"]}},
		"empty": {"fields": {"values": {"resources": {}, "webhook": {"resources": _some}, "certController": {"create": false}}}, "missing": {["resources"]}},
		"all": {"fields": {"values": {"resources": _some, "webhook": {"resources": _some}, "certController": {"resources": _some}}}, "missing": set()},
		"requests alone": {"fields": {"values": {"resources": {"limits": {}, "requests": {"cpu": "1"}}, "webhook": {"resources": _some}, "certController": {"resources": _some}}}, "missing": {["resources"]}},
		"one perhaps off": {"fields": {"values": {"resources": _some, "webhook": {"resources": _some}, "certController": {"create": "${CREATE}"}}}, "missing": set()},
		"one on": {"fields": {"values": {"resources": _some, "webhook": {"resources": _some, "create": true}, "certController": {"create": true}}}, "missing": {["certController.resources"]}},
		"one left empty": {"fields": {"values": {"resources": _some, "webhook": {"resources": _some}, "certController": {"create": null}}}, "missing": {["certController.resources"]}},
		"junk": {"fields": {"values": "x"}, "missing": {["resources", "webhook.resources", "certController.resources"]}},
		"values not known": {"fields": {"unknown": {"values": "var.values"}}, "missing": set()},
		"managed nodes": {"fields": {"nodes": "managed"}, "missing": set()},
		"another chart": {"fields": {"chart": "secrets"}, "missing": set()},
	}

	found := {violation.facts.missing | some violation in rule.violations} with input as _chart(case.fields)
	found == case.missing
}
