package rules.workload["injected-init-container_test"]

import data.lib.testing
import data.rules.workload["injected-init-container"] as rule

test_annotations[note] if {
	some note, case in {
		"vault": {"annotations": {"vault.hashicorp.com/agent-inject": "true"}, "count": 1},
		"vault off": {"annotations": {"vault.hashicorp.com/agent-inject": "false"}, "count": 0},
		"vault without init": {"annotations": {"vault.hashicorp.com/agent-inject": "true", "vault.hashicorp.com/agent-pre-populate": "false"}, "count": 0},
		"telemetry": {"annotations": {"instrumentation.opentelemetry.io/inject-java": "true"}, "count": 1},
		"telemetry off": {"annotations": {"instrumentation.opentelemetry.io/inject-java": "false"}, "count": 0},
		"telemetry left empty": {"annotations": {"instrumentation.opentelemetry.io/inject-java": ""}, "count": 0},
		"vault as Go reads it": {"annotations": {"vault.hashicorp.com/agent-inject": "True"}, "count": 1},
		"variables of telemetry": {"annotations": {"instrumentation.opentelemetry.io/inject-sdk": "true"}, "count": 0},
		"sidecar of telemetry": {"annotations": {"instrumentation.opentelemetry.io/inject-go": "true"}, "count": 0},
		"telemetry of another namespace": {"annotations": {"instrumentation.opentelemetry.io/inject-java": "ops/main"}, "count": 1},
		"linkerd": {"annotations": {"config.linkerd.io/proxy-log-level": "debug"}, "count": 1},
		"datadog": {"annotations": {"admission.datadoghq.com/java-lib.version": "latest"}, "count": 1},
		"datadog's own": {"annotations": {"admission.datadoghq.com/enabled": "true"}, "count": 0},
		"datadog without a version": {"annotations": {"admission.datadoghq.com/java-lib.version": ""}, "count": 0},
		"dynatrace off": {"annotations": {"dynatrace.com/inject": "false"}, "count": 0},
		"dynatrace": {"annotations": {"dynatrace.com/inject": "true"}, "count": 1},
		"OneAgent of dynatrace": {"annotations": {"oneagent.dynatrace.com/inject": "true"}, "count": 1},
		"bank-vaults": {"annotations": {"vault.security.banzaicloud.io/vault-addr": "https://vault:8200"}, "count": 1},
		"other": {"annotations": {"example.com/a": "true"}, "count": 0},
	}
	found := rule.violations with input as testing.pod_of({"pod_annotations": case.annotations}, {})
	count(found) == case.count
}

test_namespaces[note] if {
	some note, case in {
		"telemetry": {"annotations": {"instrumentation.opentelemetry.io/inject-java": "true"}, "count": 1},
		"vault": {"annotations": {"vault.hashicorp.com/agent-inject": "true"}, "count": 0},
		"none": {"annotations": {}, "count": 0},
		"telemetry off": {"annotations": {"instrumentation.opentelemetry.io/inject-java": "false"}, "count": 0},
	}
	found := rule.violations with input as testing.object_of("Namespace", {"group": "", "annotations": case.annotations}, {})
	count(found) == case.count
}

test_silent_on_other_namespaces[note] if {
	some note, fields in {"managed nodes": {"group": "", "nodes": "managed"}, "of a message queue": {"group": "servicebus.azure.com"}}
	annotations := {"instrumentation.opentelemetry.io/inject-java": "true"}
	count(rule.violations) == 0 with input as testing.object_of("Namespace", object.union(fields, {"annotations": annotations}), {})
}
