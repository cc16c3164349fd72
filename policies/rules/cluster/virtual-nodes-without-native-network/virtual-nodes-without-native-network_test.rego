package rules.cluster["virtual-nodes-without-native-network_test"]

import data.lib.testing
import data.rules.cluster["virtual-nodes-without-native-network"] as rule

_virtual := {"mode": "virtual"}

_managed := {"mode": "managed"}

test_reported[note] if {
	some note, case in {
		"flannel": {"cluster": {"cni": "FLANNEL_OVERLAY"}, "pools": [_virtual], "ids": {"VNT-03"}},
		"left out": {"cluster": {}, "pools": [_virtual], "ids": {"VNT-03"}},
		"left out in Cluster API": {"cluster": {"notation": "capi"}, "pools": [_virtual], "ids": set()},
		"flannel of the module": {"cluster": {"cni": "FLANNEL_OVERLAY", "notation": "module"}, "pools": [_virtual], "ids": {"VNT-03", "VNT-21"}},
		"native": {"cluster": {"cni": "OCI_VCN_IP_NATIVE"}, "pools": [_virtual], "ids": set()},
		"unknown": {"cluster": {"unknown": {"cni": "var.cni"}}, "pools": [_virtual], "ids": set()},
		"managed nodes": {"cluster": {"cni": "FLANNEL_OVERLAY"}, "pools": [_managed], "ids": set()},
	}

	found := rule.violations with input as testing.node_pools(case.cluster, case.pools)
	{id | some violation in found; some id in violation.requirements} == case.ids
}
