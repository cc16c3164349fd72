package rules.workload["flexible-load-balancer-without-bounds_test"]

import data.lib.testing
import data.rules.workload["flexible-load-balancer-without-bounds"] as rule

_found(fields, spec) := found if {
	found := rule.violations with input as testing.object_of("Service", object.union({"group": ""}, fields), {"spec": object.union({"type": "LoadBalancer"}, spec)})
}

_key(end) := $"service.beta.kubernetes.io/oci-load-balancer-{end}"

test_reported[note] if {
	some note, case in {
		"neither": {"annotations": {_key("shape"): "flexible"}, "missing": {"shape-flex-min and shape-flex-max"}},
		"no maximum": {"annotations": {_key("shape"): "flexible", _key("shape-flex-min"): "10"}, "missing": {"shape-flex-max"}},
		"capitals": {"annotations": {_key("shape"): "FLEXIBLE", _key("shape-flex-max"): "10"}, "missing": {"shape-flex-min"}},
		"both": {"annotations": {_key("shape"): "flexible", _key("shape-flex-min"): "10", _key("shape-flex-max"): "100"}, "missing": set()},
		"empty maximum": {"annotations": {_key("shape"): "flexible", _key("shape-flex-min"): "10", _key("shape-flex-max"): ""}, "missing": {"shape-flex-max"}},
		"fixed": {"annotations": {_key("shape"): "100Mbps"}, "missing": set()},
		"network load balancer": {"annotations": {_key("shape"): "flexible", "oci.oraclecloud.com/load-balancer-type": "nlb"}, "missing": set()},
	}
	{violation.facts.missing | some violation in _found({"annotations": case.annotations}, {})} == case.missing
}

test_silent_in_patches if count(_found({"partial": true, "annotations": {_key("shape"): "flexible"}}, {})) == 0

test_silent_on_services_without_a_load_balancer[note] if {
	some note, spec in {"inside the cluster": {"type": "ClusterIP"}, "of another controller": {"loadBalancerClass": "example.com/lb"}}
	count(_found({"annotations": {_key("shape"): "flexible"}}, spec)) == 0
}
