package rules.workload["kubernetes-dashboard_test"]

import data.lib.testing
import data.rules.workload["kubernetes-dashboard"] as rule

_severities(found) := {object.get(violation, "severity", "own") | some violation in found}

test_reported[note] if {
	some note, case in {
		"name": {"fields": {"name": "kubernetes-dashboard"}, "value": {}, "severities": {"own"}},
		"label": {"fields": {"name": "x", "labels": {"k8s-app": "kubernetes-dashboard"}}, "value": {}, "severities": {"own"}},
		"web": {"fields": {}, "value": {}, "severities": set()},
		"scraper": {"fields": {"name": "dashboard-metrics-scraper"}, "value": {}, "severities": set()},
		"ingress": {"fields": {"kind": "Ingress", "group": "networking.k8s.io"}, "value": {"spec": {"rules": [{"http": {"paths": [{"backend": {"service": {"name": "kubernetes-dashboard"}}}]}}]}}, "severities": {"own"}},
		"managed": {"fields": {"name": "kubernetes-dashboard", "nodes": "managed"}, "value": {}, "severities": set()},
	}

	found := rule.violations with input as testing.object_of(object.get(case.fields, "kind", "Deployment"), case.fields, case.value)
	_severities(found) == case.severities
}
