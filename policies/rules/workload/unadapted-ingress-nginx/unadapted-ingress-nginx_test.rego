package rules.workload["unadapted-ingress-nginx_test"]

import data.lib.testing
import data.rules.workload["unadapted-ingress-nginx"] as rule

test_pods[note] if {
	some note, case in {
		"group": {"name": "ingress-nginx", "spec": {"securityContext": {"fsGroup": 101}}, "count": 1},
		"escalation": {"name": "ingress-nginx", "spec": {"containers": [{"securityContext": {"allowPrivilegeEscalation": true}}]}, "count": 1},
		"changed": {"name": "ingress-nginx", "spec": {"containers": [{"name": "a"}]}, "count": 0},
		"another": {"name": "web", "spec": {"securityContext": {"fsGroup": 101}}, "count": 0},
	}
	found := rule.violations with input as testing.pod_of({"pod_labels": {"app.kubernetes.io/name": case.name}}, case.spec)
	count(found) == case.count
}
