package rules.workload["kubernetes-dashboard_test"]

import data.lib.testing
import data.rules.workload["kubernetes-dashboard"] as rule

_severities(found) := {object.get(violation, "severity", "own") | some violation in found}

test_deployment_reported[note] if {
	some note, case in {
		"name": {"fields": {"name": "kubernetes-dashboard"}, "severities": {"own"}},
		"part of release 7": {"fields": {"name": "kubernetes-dashboard-kong"}, "severities": {"own"}},
		"its pages": {"fields": {"name": "kubernetes-dashboard-web"}, "severities": {"own"}},
		"its interface": {"fields": {"name": "kubernetes-dashboard-api"}, "severities": {"own"}},
		"its sign-in": {"fields": {"name": "kubernetes-dashboard-auth"}, "severities": {"own"}},
		"old group": {"fields": {"name": "kubernetes-dashboard", "group": "extensions"}, "severities": {"own"}},
		"other group": {"fields": {"name": "kubernetes-dashboard", "group": "example.com"}, "severities": set()},
		"label": {"fields": {"name": "x", "labels": {"k8s-app": "kubernetes-dashboard"}}, "severities": {"own"}},
		"web": {"fields": {}, "severities": set()},
		"scraper": {"fields": {"name": "dashboard-metrics-scraper"}, "severities": set()},
		"other kind": {"fields": {"name": "kubernetes-dashboard", "kind": "Job"}, "severities": set()},
		"managed": {"fields": {"name": "kubernetes-dashboard", "nodes": "managed"}, "severities": set()},
	}

	found := rule.violations with input as testing.pod_of(case.fields, {})
	_severities(found) == case.severities
	every violation in found {
		violation.item == "o1"
	}
}

test_ingress_reported if {
	value := {"spec": {"rules": [{"http": {"paths": [{"backend": {"service": {"name": "kubernetes-dashboard"}}}]}}]}}
	found := rule.violations with input as testing.object_of("Ingress", {"group": "networking.k8s.io"}, value)
	_severities(found) == {"own"}
}

test_by_image[repository] if {
	some repository, expected in {
		"docker.io/kubernetesui/dashboard": 1,
		"kubernetesui/dashboard-web": 1,
		"kubernetesui/metrics-scraper": 0,
		"iad.ocir.io/shop/kubernetesui/dashboard-tests": 0,
		"iad.ocir.io/shop/dashboard": 0,
	}
	given := testing.pod({"containers": [{"name": "web"}]})
	with_image := json.patch(given, [{"op": "add", "path": "/workloads/containers/0/image", "value": {"repository": repository}}])
	found := rule.violations with input as with_image
	count(found) == expected
}

test_other_ingresses[note] if {
	some note, case in {
		"old group": {"fields": {"group": "extensions"}, "service": "kubernetes-dashboard", "count": 1},
		"of another API": {"fields": {"group": "config.openshift.io"}, "service": "kubernetes-dashboard", "count": 0},
		"managed nodes": {"fields": {"group": "networking.k8s.io", "nodes": "managed"}, "service": "kubernetes-dashboard", "count": 0},
		"to something else": {"fields": {"group": "networking.k8s.io"}, "service": "web", "count": 0},
	}
	value := {"spec": {"defaultBackend": {"service": {"name": case.service}}}}
	count(rule.violations) == case.count with input as testing.object_of("Ingress", case.fields, value)
}
