package rules["self-managed"]["autoscaled-self-managed-nodes_test"]

import data.lib.testing
import data.rules["self-managed"]["autoscaled-self-managed-nodes"] as rule

_given(pool) := {
	"facts": testing.facts,
	"node_pools": [testing.resource("p1", object.union({"mode": "self-managed", "form": "instance"}, pool))],
}

_addon(fields) := {"node_pools": [], "addons": [testing.resource("a1", object.union({"addon": "ClusterAutoscaler"}, fields))]}

_chart(values) := {"charts": [testing.resource("h1", {"chart": "cluster-autoscaler", "values": values})]}

_reported(given) := count(found) if {
	found := rule.violations with input as object.union({"facts": testing.facts, "node_pools": [], "addons": [], "charts": []}, given)
}

test_reported[note] if {
	some note, case in {
		"module": {"given": _given({"autoscale": true}), "count": 1},
		"module, off": {"given": _given({"autoscale": false}), "count": 0},
		"managed": {"given": _given({"autoscale": true, "mode": "managed"}), "count": 0},
		"add-on, OCID": {"given": _addon({"configurations": {"nodes": "1:5:ocid1.instancepool.oc1.a.b"}}), "count": 1},
		"add-on, resource": {"given": _addon({"configurations": {}, "unknown": {"configurations.nodes": "1:5:${oci_core_instance_pool.gpu.id}"}}), "count": 1},
		"add-on, node pool": {"given": _addon({"configurations": {"nodes": "1:5:ocid1.nodepool.oc1.a.b"}}), "count": 0},
		"add-on, unknown": {"given": _addon({"configurations": {}, "unknown": {"configurations.nodes": "var.nodes"}}), "count": 0},
		"other add-on": {"given": _addon({"addon": "Istio", "configurations": {"nodes": "1:5:ocid1.instancepool.oc1.a.b"}}), "count": 0},
		"chart": {"given": _chart({"autoscalingGroups": [{"name": "ocid1.instancepool.oc1.a.b"}]}), "count": 1},
		"chart, node pool": {"given": _chart({"autoscalingGroups": [{"name": "ocid1.nodepool.oc1.a.b"}]}), "count": 0},
		"chart, nonsense": {"given": _chart({"autoscalingGroups": "all", "other": 3}), "count": 0},
		"other add-on, resource": {"given": _addon({"addon": "Istio", "configurations": {}, "unknown": {"configurations.nodes": "oci_core_instance_pool.gpu.id"}}), "count": 0},
		"something else about the pool": {"given": _addon({"configurations": {}, "unknown": {"addon_version": "oci_core_instance_pool.gpu.id"}}), "count": 0},
		"other chart": {"given": {"charts": [testing.resource("h1", {"chart": "web", "values": {"autoscalingGroups": [{"name": "ocid1.instancepool.oc1.a.b"}]}})]}, "count": 0},
		"chart, resource": {"given": {"charts": [testing.resource("h1", {"chart": "cluster-autoscaler", "values": {}, "unknown": {"values": "yamlencode({a=oci_core_instance_pool.p})"}})]}, "count": 1},
		"chart, unknown": {"given": {"charts": [testing.resource("h1", {"chart": "cluster-autoscaler", "values": {}, "unknown": {"values": "var.values"}})]}, "count": 0},
		"chart without values": {"given": _chart(null), "count": 0},
		"other chart, resource": {"given": {"charts": [testing.resource("h1", {"chart": "web", "values": {}, "unknown": {"values": "yamlencode({a=oci_core_instance_pool.p})"}})]}, "count": 0},
	}
	_reported(case.given) == case.count
}

test_names_the_other_way_once_there_is_one[note] if {
	some note, case in {
		"before": {"karpenter": false, "named": false},
		"after": {"karpenter": true, "named": true},
	}
	given := object.union(_given({"autoscale": true}), {"facts": {"karpenter_provider": case.karpenter}, "addons": [], "charts": []})
	found := rule.violations with input as given
	{contains(violation.facts.choice, "Karpenter") | some violation in found} == {case.named}
}
