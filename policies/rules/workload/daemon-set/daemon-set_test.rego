package rules.workload["daemon-set_test"]

import data.lib.testing
import data.rules.workload["daemon-set"] as rule

_severities(found) := {object.get(violation, "severity", "own") | some violation in found}

test_operators[note] if {
	some note, case in {
		"Beat": {"kind": "Beat", "group": "beat.k8s.elastic.co", "spec": {"daemonSet": {}}, "paths": {["spec", "daemonSet"]}},
		"Beat as a Deployment": {"kind": "Beat", "group": "beat.k8s.elastic.co", "spec": {"deployment": {}}, "paths": set()},
		"Agent": {"kind": "Agent", "group": "agent.k8s.elastic.co", "spec": {"daemonSet": {}}, "paths": {["spec", "daemonSet"]}},
		"collector": {"kind": "OpenTelemetryCollector", "group": "opentelemetry.io", "spec": {"mode": "daemonset"}, "paths": {["spec", "mode"]}},
		"sidecar": {"kind": "OpenTelemetryCollector", "group": "opentelemetry.io", "spec": {"mode": "sidecar"}, "paths": set()},
		"FluentBit": {"kind": "FluentBit", "group": "fluentbit.fluent.io", "spec": {}, "paths": {["kind"]}},
		"DatadogAgent": {"kind": "DatadogAgent", "group": "datadoghq.com", "spec": {}, "paths": {["kind"]}},
		"other group": {"kind": "Agent", "group": "example.com", "spec": {"daemonSet": {}}, "paths": set()},
	}
	some nodes, paths in {"virtual": case.paths, "managed": set()}
	found := rule.violations with input as testing.object_of(case.kind, {"group": case.group, "nodes": nodes}, {"spec": case.spec})
	{violation.path | some violation in found} == paths
}

test_reported[note] if {
	some note, case in {
		"virtual": {"fields": {}, "value": {}, "severities": {"own"}},
		"mixed": {"fields": {"nodes": "mixed-unknown"}, "value": {}, "severities": {"own"}},
		"managed": {"fields": {"nodes": "managed"}, "value": {}, "severities": set()},
		"old group": {"fields": {"group": "extensions"}, "value": {}, "severities": {"own"}},
		"OpenKruise": {"fields": {"group": "apps.kruise.io"}, "value": {}, "severities": {"own"}},
		"other group": {"fields": {"group": "example.com"}, "value": {}, "severities": set()},
		"patch": {"fields": {"partial": true}, "value": {}, "severities": {"own"}},
		"deleted by a patch": {"fields": {"partial": true}, "value": {"$patch": "delete"}, "severities": set()},
		"exported system": {"fields": {"exported": true, "namespace": "kube-system"}, "value": {}, "severities": set()},
		"exported own": {"fields": {"exported": true}, "value": {}, "severities": {"own"}},
		"own in the namespace of the cluster": {"fields": {"namespace": "kube-system"}, "value": {}, "severities": {"own"}},
	}

	found := rule.violations with input as testing.object_of(object.get(case.fields, "kind", "DaemonSet"), case.fields, case.value)
	_severities(found) == case.severities
}
