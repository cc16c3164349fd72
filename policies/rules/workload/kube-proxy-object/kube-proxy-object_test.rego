package rules.workload["kube-proxy-object_test"]

import data.lib.testing
import data.rules.workload["kube-proxy-object"] as rule

_severities(found) := {object.get(violation, "severity", "own") | some violation in found}

test_reported[note] if {
	some note, case in {
		"map": {"fields": {"group": "", "name": "kube-proxy", "namespace": "kube-system"}, "value": {}, "severities": {"own"}},
		"set": {"fields": {"kind": "DaemonSet", "name": "kube-proxy", "namespace": "kube-system"}, "value": {}, "severities": {"own"}},
		"elsewhere": {"fields": {"group": "", "name": "kube-proxy"}, "value": {}, "severities": set()},
		"another map there": {"fields": {"group": "", "name": "coredns", "namespace": "kube-system"}, "value": {}, "severities": set()},
		"map of another API": {"fields": {"group": "example.com", "name": "kube-proxy", "namespace": "kube-system"}, "value": {}, "severities": set()},
		"set of another API": {"fields": {"kind": "DaemonSet", "group": "apps.kruise.io", "name": "kube-proxy", "namespace": "kube-system"}, "value": {}, "severities": set()},
		"mixed": {"fields": {"group": "", "name": "kube-proxy", "namespace": "kube-system", "nodes": "mixed-unknown"}, "value": {}, "severities": set()},
		"exported": {"fields": {"group": "", "name": "kube-proxy", "namespace": "kube-system", "exported": true}, "value": {}, "severities": set()},
	}

	found := rule.violations with input as testing.object_of(object.get(case.fields, "kind", "ConfigMap"), case.fields, case.value)
	_severities(found) == case.severities
}
