package rules.cluster["more-pods-than-vnics-carry_test"]

import data.lib.testing
import data.rules.cluster["more-pods-than-vnics-carry"] as rule

_pool(fields) := testing.resource("p1", object.union(
	{"mode": "managed", "cni": "OCI_VCN_IP_NATIVE", "shape": "VM.Standard.E4.Flex", "ocpus": 2, "vnics": 2},
	fields,
))

test_reported[note] if {
	some note, case in {
		"62 on two VNICs": {"pool": {"max_pods": 62}, "requirements": {["CNI-05", "CNI-06"]}},
		"31 on two VNICs": {"pool": {"max_pods": 31}, "requirements": set()},
		"32 on two VNICs": {"pool": {"max_pods": 32}, "requirements": {["CNI-05", "CNI-06"]}},
		"62 on three VNICs": {"pool": {"max_pods": 62, "ocpus": 3, "vnics": 3}, "requirements": set()},
		"63 on three VNICs": {"pool": {"max_pods": 63, "ocpus": 3, "vnics": 3}, "requirements": {["CNI-05"]}},
		"110 on four VNICs": {"pool": {"max_pods": 110, "ocpus": 4, "vnics": 4}, "requirements": {["CNI-05"]}},
		"110 on five VNICs": {"pool": {"max_pods": 110, "ocpus": 5, "vnics": 5}, "requirements": set()},
		"111 on five VNICs is Kubernetes' matter": {"pool": {"max_pods": 111, "ocpus": 5, "vnics": 5}, "requirements": set()},
		"250 on two VNICs": {"pool": {"max_pods": 250}, "requirements": {["CNI-05", "CNI-06", "CNI-07"]}},
		"module": {"pool": {"max_pods": 93, "notation": "module"}, "requirements": {["CNI-05", "CNI-06", "CNI-34"]}},
		"self-managed": {"pool": {"max_pods": 110, "mode": "self-managed"}, "requirements": {["CNI-05", "CNI-06", "SMN-29"]}},
		"flannel": {"pool": {"max_pods": 110, "cni": "FLANNEL_OVERLAY"}, "requirements": set()},
		"one VNIC, which is another rule's": {"pool": {"max_pods": 31, "vnics": 1}, "requirements": set()},
		"number unknown": {"pool": {"unknown": {"max_pods": "var.n"}}, "requirements": set()},
	}
	found := rule.violations with input as {"facts": testing.facts, "node_pools": [_pool(case.pool)]}
	{violation.requirements | some violation in found} == case.requirements
}

test_silent_when_the_shape_is_unknown if {
	pool := object.remove(_pool({"max_pods": 110}), ["vnics", "ocpus"])
	count(rule.violations) == 0 with input as {"facts": testing.facts, "node_pools": [pool]}
}

test_says_which_ocpus[note] if {
	some note, case in {
		"flexible": {"pool": _pool({}), "shape": "VM.Standard.E4.Flex with 2 OCPUs"},
		"flexible, OCPUs not stated": {"pool": object.remove(_pool({}), ["ocpus"]), "shape": "VM.Standard.E4.Flex"},
		"fixed, which has as many as it has": {"pool": _pool({"shape": "VM.Standard2.2"}), "shape": "VM.Standard2.2"},
	}
	found := rule.violations with input as {"facts": testing.facts, "node_pools": [object.union(case.pool, {"max_pods": 62})]}
	[violation.facts.shape | some violation in found] == [case.shape]
}

test_profiles_count_their_own_addresses if {
	given := {
		"facts": object.union(testing.facts, {"secondary_vnic_profiles": true}),
		"node_pools": [_pool({"max_pods": 128, "secondary_vnics": [{"ip_count": 128}]})],
	}
	count(rule.violations) == 0 with input as given
}
