package rules.workload["load-balancer-node-selector_test"]

import data.lib.testing
import data.rules.workload["load-balancer-node-selector"] as rule

_found(fields, spec) := found if {
	found := rule.violations with input as testing.object_of("Service", object.union({"group": ""}, fields), {"spec": object.union({"type": "LoadBalancer"}, spec)})
}

_key := "oci.oraclecloud.com/node-label-selector"

test_reported[note] if {
	some note, case in {
		"set": {"fields": {"annotations": {_key: "tier=web"}}, "count": 1},
		"empty": {"fields": {"annotations": {_key: ""}}, "count": 0},
		"absent": {"fields": {}, "count": 0},
		"managed nodes": {"fields": {"nodes": "managed", "annotations": {_key: "tier=web"}}, "count": 0},
	}
	count(_found(case.fields, {})) == case.count
}

test_silent_on_services_without_a_load_balancer[note] if {
	some note, spec in {"inside the cluster": {"type": "ClusterIP"}, "of another controller": {"loadBalancerClass": "example.com/lb"}}
	count(_found({"annotations": {_key: "tier=web"}}, spec)) == 0
}
