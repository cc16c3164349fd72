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
		"other": {"annotations": {"example.com/a": "true"}, "count": 0},
	}
	found := rule.violations with input as testing.pod_of({"pod_annotations": case.annotations}, {})
	count(found) == case.count
}
