package rules.workload["unavailable-container-metric_test"]

import data.lib.testing
import data.rules.workload["unavailable-container-metric"] as rule

_severities(found) := {object.get(violation, "severity", "own") | some violation in found}

test_reported[note] if {
	some note, case in {
		"rss": {"fields": {"group": "monitoring.coreos.com"}, "value": {"spec": {"groups": [{"rules": [{"expr": "sum(container_memory_rss)"}]}]}}, "severities": {"own"}},
		"offered": {"fields": {"group": "monitoring.coreos.com"}, "value": {"spec": {"groups": [{"rules": [{"expr": "rate(container_cpu_usage_seconds_total{container_name=\"x\"}[5m])"}]}]}}, "severities": set()},
		"state metrics": {"fields": {"group": "monitoring.coreos.com"}, "value": {"spec": {"groups": [{"rules": [{"expr": "kube_pod_container_status_restarts_total"}]}]}}, "severities": set()},
		"number": {"fields": {"group": "monitoring.coreos.com"}, "value": {"spec": {"groups": [{"rules": [{"expr": 3}]}]}}, "severities": set()},
		"dashboard": {"fields": {"kind": "ConfigMap", "group": ""}, "value": {"data": {"a.json": "container_fs_reads_total"}}, "severities": {"own"}},
		"script": {"fields": {"kind": "ConfigMap", "group": ""}, "value": {"data": {"a.sh": "container_fs_reads_total"}}, "severities": set()},
	}

	found := rule.violations with input as testing.object_of(object.get(case.fields, "kind", "PrometheusRule"), case.fields, case.value)
	_severities(found) == case.severities
}
