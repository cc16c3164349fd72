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
		"tolerated by a key left empty": {"spec": _spec("1", [{"key": "", "operator": "Exists"}]), "count": 0},
		"tolerated with any effect": {"spec": _spec("1", [{"key": "oci.oraclecloud.com/application-resource-only", "operator": "Exists", "effect": ""}]), "count": 0},
		"tolerated, with nothing said": {"spec": _spec("1", [{"key": null, "operator": "Exists", "effect": null}]), "count": 0},
		"tolerated once it runs": {"spec": _spec("1", [{"key": "oci.oraclecloud.com/application-resource-only", "operator": "Exists", "effect": "NoExecute"}]), "count": 1},
		"neither key nor operator": {"spec": _spec("1", [{"effect": "NoSchedule"}]), "count": 1},
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

test_silent_on_virtual_nodes if {
	count(rule.violations) == 0 with input as testing.pod_of({"nodes": "virtual"}, _spec("2", []))
}

test_tolerations_not_known[place] if {
	some place in ["tolerations", "tolerations.0.key", "tolerations.0.effect"]
	given := testing.pod_of({"nodes": "managed", "unknown": {place: "var.t"}}, _spec("1", [{"operator": "Equal", "value": "true"}]))
	count(rule.violations) == 0 with input as given
}

test_other_unknowns if {
	given := testing.pod_of({"nodes": "managed", "unknown": {"containers.0.image": "var.i"}}, _spec("1", []))
	count(rule.violations) == 1 with input as given
}
