package rules.workload["security-group-management-on-virtual-nodes_test"]

import data.lib.testing
import data.rules.workload["security-group-management-on-virtual-nodes"] as rule

_found(fields, spec) := found if {
	found := rule.violations with input as testing.object_of("Service", object.union({"group": ""}, fields), {"spec": object.union({"type": "LoadBalancer"}, spec)})
}

_key := "oci.oraclecloud.com/security-rule-management-mode"

test_reported[note] if {
	some note, case in {
		"groups": {"fields": {"annotations": {_key: "NSG"}}, "count": 1},
		"small letters": {"fields": {"annotations": {_key: "nsg"}}, "count": 1},
		"lists": {"fields": {"annotations": {_key: "SL-All"}}, "count": 0},
		"none": {"fields": {"annotations": {_key: "None"}}, "count": 0},
		"managed nodes": {"fields": {"nodes": "managed", "annotations": {_key: "NSG"}}, "count": 0},
	}
	count(_found(case.fields, {})) == case.count
}

test_silent_on_services_without_a_load_balancer[note] if {
	some note, spec in {"inside the cluster": {"type": "ClusterIP"}, "of another controller": {"loadBalancerClass": "example.com/lb"}}
	count(_found({"annotations": {_key: "NSG"}}, spec)) == 0
}
