package rules.workload["pods-as-load-balancer-backends_test"]

import data.lib.testing
import data.rules.workload["pods-as-load-balancer-backends"] as rule

_found(fields, spec) := found if {
	found := rule.violations with input as testing.object_of("Service", object.union({"group": ""}, fields), {"spec": object.union({"type": "LoadBalancer"}, spec)})
}

_key := "oci-load-balancer.oraclecloud.com/backend-type"

test_reported[note] if {
	some note, case in {
		"annotation": {"fields": {"annotations": {_key: "pod"}}, "spec": {}, "settings": {"backend-type"}},
		"in capitals": {"fields": {"annotations": {_key: "Pod"}}, "spec": {}, "settings": {"backend-type"}},
		"node ports": {"fields": {"annotations": {_key: "nodeport"}}, "spec": {}, "settings": set()},
		"no node ports": {"fields": {}, "spec": {"allocateLoadBalancerNodePorts": false}, "settings": {"allocateLoadBalancerNodePorts"}},
		"with node ports": {"fields": {}, "spec": {"allocateLoadBalancerNodePorts": true}, "settings": set()},
		"absent": {"fields": {}, "spec": {}, "settings": set()},
		"annotation of a service inside the cluster": {"fields": {"annotations": {_key: "pod"}}, "spec": {"type": "ClusterIP"}, "settings": set()},
		"managed nodes": {"fields": {"nodes": "managed", "annotations": {_key: "pod"}}, "spec": {}, "settings": set()},
	}
	{violation.facts.setting | some violation in _found(case.fields, case.spec)} == case.settings
}
