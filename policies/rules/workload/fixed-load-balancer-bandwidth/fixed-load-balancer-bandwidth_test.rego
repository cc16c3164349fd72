package rules.workload["fixed-load-balancer-bandwidth_test"]

import data.lib.testing
import data.rules.workload["fixed-load-balancer-bandwidth"] as rule

_found(fields, spec) := found if {
	found := rule.violations with input as testing.object_of("Service", object.union({"group": ""}, fields), {"spec": object.union({"type": "LoadBalancer"}, spec)})
}

_shape := "service.beta.kubernetes.io/oci-load-balancer-shape"

test_reported[note] if {
	some note, case in {
		"fixed": {"fields": {"annotations": {_shape: "400Mbps"}}, "count": 1},
		"absent": {"fields": {}, "count": 1},
		"fixed in a patch": {"fields": {"partial": true, "annotations": {_shape: "8000Mbps"}}, "count": 1},
		"absent from a patch": {"fields": {"partial": true}, "count": 0},
		"managed nodes": {"fields": {"nodes": "managed"}, "count": 1},
		"flexible": {"fields": {"annotations": {_shape: "flexible"}}, "count": 0},
		"flexible in capitals": {"fields": {"annotations": {_shape: "Flexible"}}, "count": 0},
		"network load balancer": {"fields": {"annotations": {"oci.oraclecloud.com/load-balancer-type": "nlb"}}, "count": 0},
		"unknown": {"fields": {"unknown": {"metadata.annotations": "x"}}, "count": 0},
	}
	count(_found(case.fields, {})) == case.count
}

test_other_types if count(_found({}, {"type": "NodePort"})) == 0
