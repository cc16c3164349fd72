package rules.workload["network-policy-provider_test"]

import data.lib.testing
import data.rules.workload["network-policy-provider"] as rule

_severities(found) := {object.get(violation, "severity", "own") | some violation in found}

test_reported[note] if {
	some note, case in {
		"cilium": {"fields": {"group": "cilium.io"}, "value": {}, "severities": {"own"}},
		"calico": {"fields": {"group": "crd.projectcalico.org", "kind": "NetworkPolicy"}, "value": {}, "severities": {"own"}},
		"kubernetes": {"fields": {"group": "networking.k8s.io", "kind": "NetworkPolicy"}, "value": {}, "severities": set()},
		"managed": {"fields": {"group": "cilium.io", "nodes": "managed"}, "value": {}, "severities": set()},
	}

	found := rule.violations with input as testing.object_of(object.get(case.fields, "kind", "CiliumNetworkPolicy"), case.fields, case.value)
	_severities(found) == case.severities
}

test_images[repository] if {
	some repository, expected in {"calico/typha": 1, "quay.io/cilium/cilium": 1, "shop/cilium-docs": 0, "shop/calico": 0}
	found := rule.violations with input as testing.container_entry({"image": {"repository": repository}})
	count(found) == expected
}
