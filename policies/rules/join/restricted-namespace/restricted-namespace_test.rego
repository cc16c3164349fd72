package rules.join["restricted-namespace_test"]

import data.lib.testing
import data.rules.join["restricted-namespace"] as rule

test_namespaces[note] if {
	some note, case in {
		"restricted": {"level": "restricted", "nodes": "virtual", "security": {"seccompProfile": {"type": "RuntimeDefault"}}, "count": 1},
		"baseline": {"level": "baseline", "nodes": "virtual", "security": {"seccompProfile": {"type": "RuntimeDefault"}}, "count": 0},
		"label alone": {"level": "restricted", "nodes": "virtual", "security": {}, "count": 0},
		"managed": {"level": "restricted", "nodes": "managed", "security": {"seccompProfile": {"type": "RuntimeDefault"}}, "count": 0},
	}
	fields := {"group": "", "name": "shop", "labels": {"pod-security.kubernetes.io/enforce": case.level}}
	given := {"index": {
		"pods": [{"id": "w1", "nodes": case.nodes, "namespace": "shop", "pod_security": case.security}],
		"objects": {"Namespace": [testing.entry("Namespace", fields, {})]},
	}}
	count(rule.violations) == case.count with input as given
}

test_other_namespaces[note] if {
	some note, fields in {"another name": {"group": "", "name": "bank"}, "of another API": {"group": "servicebus.azure.com", "name": "shop"}}
	namespace := object.union(fields, {"labels": {"pod-security.kubernetes.io/enforce": "restricted"}})
	given := {"index": {
		"pods": [{"id": "w1", "nodes": "virtual", "namespace": "shop", "pod_security": {"seccompProfile": {"type": "RuntimeDefault"}}}],
		"objects": {"Namespace": [testing.entry("Namespace", namespace, {})]},
	}}
	count(rule.violations) == 0 with input as given
}

test_namespace_of_a_kustomization[note] if {
	some note, case in {
		"the one": {"pod": "", "named": ["shop", "shop"], "group": "kustomize.config.k8s.io", "count": 1},
		"one of several": {"pod": "", "named": ["shop", "bank"], "group": "kustomize.config.k8s.io", "count": 0},
		"another": {"pod": "", "named": ["bank"], "group": "kustomize.config.k8s.io", "count": 0},
		"none": {"pod": "", "named": [], "group": "kustomize.config.k8s.io", "count": 0},
		"of Flux": {"pod": "", "named": ["shop"], "group": "kustomize.toolkit.fluxcd.io", "count": 0},
		"stated by the pod": {"pod": "bank", "named": ["shop"], "group": "kustomize.config.k8s.io", "count": 0},
	}
	fields := {"group": "", "name": "shop", "labels": {"pod-security.kubernetes.io/enforce": "restricted"}}
	kustomizations := [testing.entry("Kustomization", {"group": case.group}, {"namespace": namespace}) | some namespace in case.named]
	given := {"index": {
		"pods": [{"id": "w1", "nodes": "virtual", "namespace": case.pod, "pod_security": {"seccompProfile": {"type": "RuntimeDefault"}}}],
		"objects": {"Namespace": [testing.entry("Namespace", fields, {})], "Kustomization": kustomizations},
	}}
	count(rule.violations) == case.count with input as given
}
