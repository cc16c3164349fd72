package rules.workload["network-policy-provider_test"]

import data.lib.testing
import data.rules.workload["network-policy-provider"] as rule

_severities(found) := {object.get(violation, "severity", "own") | some violation in found}

test_reported[note] if {
	some note, case in {
		"cilium": {"fields": {"group": "cilium.io"}, "severities": {"own"}},
		"calico": {"fields": {"group": "crd.projectcalico.org", "kind": "NetworkPolicy"}, "severities": {"own"}},
		"kind that nobody listed": {"fields": {"group": "cilium.io", "kind": "CiliumEnvoyConfig"}, "severities": {"own"}},
		"tigera": {"fields": {"group": "operator.tigera.io", "kind": "Installation"}, "severities": {"own"}},
		"kubernetes": {"fields": {"group": "networking.k8s.io", "kind": "NetworkPolicy"}, "severities": set()},
		"managed": {"fields": {"group": "cilium.io", "nodes": "managed"}, "severities": set()},
	}

	found := rule.violations with input as testing.custom(object.get(case.fields, "kind", "CiliumNetworkPolicy"), case.fields)
	_severities(found) == case.severities
}

test_images[repository] if {
	some repository, expected in {"calico/typha": 1, "quay.io/cilium/cilium": 1, "shop/cilium-docs": 0, "shop/calico": 0, "shop/calico/docs": 0}
	found := rule.violations with input as testing.container_entry({"image": {"repository": repository}})
	count(found) == expected
}
