package rules.workload["misused-application-resource_test"]

import data.lib.testing
import data.rules.workload["misused-application-resource"] as rule

_spec(quantity, tolerations) := {
	"tolerations": tolerations,
	"containers": [{"name": "web", "resources": {"limits": {"oke-application-resource.oci.oraclecloud.com/fast": quantity}}}],
}

_ok := [{"key": "oci.oraclecloud.com/application-resource-only", "operator": "Exists", "effect": "NoSchedule"}]

test_reported[note] if {
	some note, case in {
		"one, tolerated": {"spec": _spec("1", _ok), "count": 0},
		"one as a number": {"spec": _spec(1, _ok), "count": 0},
		"not tolerated": {"spec": _spec("1", []), "count": 1},
		"another taint tolerated": {"spec": _spec("1", [{"key": "gpu", "operator": "Exists"}]), "count": 1},
		"everything tolerated": {"spec": _spec("1", [{"operator": "Exists"}]), "count": 0},
		"two": {"spec": _spec("2", _ok), "count": 1},
		"tolerations of a wrong type": {"spec": _spec("1", "all"), "count": 1},
		"two kinds": {
			"spec": {"tolerations": _ok, "containers": [{"name": "web", "resources": {"limits": {
				"oke-application-resource.oci.oraclecloud.com/a": 1,
				"oke-application-resource.oci.oraclecloud.com/b": 1,
			}}}]},
			"count": 1,
		},
		"none": {"spec": {"containers": [{"name": "web", "resources": {"limits": {"cpu": 2}}}]}, "count": 0},
	}
	found := rule.violations with input as testing.pod_of({"nodes": "managed"}, case.spec)
	count(found) == case.count
}

test_multus if {
	given := testing.pod_of({"nodes": "managed", "pod_annotations": {"k8s.v1.cni.cncf.io/networks": "net1"}}, _spec("1", _ok))
	count(rule.violations) == 1 with input as given
}

test_silent_in_patches if {
	count(rule.violations) == 0 with input as testing.pod_of({"nodes": "managed", "partial": true}, _spec("1", []))
}
