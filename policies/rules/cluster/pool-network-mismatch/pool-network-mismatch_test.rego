package rules.cluster["pool-network-mismatch_test"]

import data.lib.testing
import data.rules.cluster["pool-network-mismatch"] as rule

_input(pool, cluster) := {
	"clusters": [testing.resource("c1", cluster)],
	"node_pools": [testing.resource("p1", object.union(
		{"mode": "managed", "cluster": {"ref": "c1", "kind": "resource", "id": "c1"}},
		pool,
	))],
}

test_reported[note] if {
	some note, case in {
		"flannel pool in a native cluster": {"pool": {"cni": "FLANNEL_OVERLAY"}, "cluster": {"cni": "OCI_VCN_IP_NATIVE"}, "count": 1},
		"silent pool in a native cluster": {"pool": {}, "cluster": {"cni": "OCI_VCN_IP_NATIVE"}, "count": 1},
		"native pool in a flannel cluster": {"pool": {"cni": "OCI_VCN_IP_NATIVE"}, "cluster": {"cni": "FLANNEL_OVERLAY"}, "count": 1},
		"native pool in a silent cluster": {"pool": {"cni": "OCI_VCN_IP_NATIVE"}, "cluster": {}, "count": 1},
		"both native": {"pool": {"cni": "OCI_VCN_IP_NATIVE"}, "cluster": {"cni": "OCI_VCN_IP_NATIVE"}, "count": 0},
		"both silent": {"pool": {}, "cluster": {}, "count": 0},
		"flannel said once": {"pool": {}, "cluster": {"cni": "FLANNEL_OVERLAY"}, "count": 0},
		"pool unknown": {"pool": {"unknown": {"cni": "var.c"}}, "cluster": {"cni": "OCI_VCN_IP_NATIVE"}, "count": 0},
		"cluster unknown": {"pool": {"cni": "OCI_VCN_IP_NATIVE"}, "cluster": {"unknown": {"cni": "var.c"}}, "count": 0},
		"pool that names a pod subnet": {"pool": {"pod_subnets": []}, "cluster": {"cni": "OCI_VCN_IP_NATIVE"}, "count": 0},
		"virtual": {"pool": {"mode": "virtual"}, "cluster": {"cni": "OCI_VCN_IP_NATIVE"}, "count": 0},
		"misspelt type": {"pool": {"cni": "NATIVE"}, "cluster": {"cni": "OCI_VCN_IP_NATIVE"}, "count": 0},
		"pool whose pod subnets are unknown": {"pool": {"unknown": {"pod_subnets": "var.s"}}, "cluster": {"cni": "OCI_VCN_IP_NATIVE"}, "count": 0},
	}
	found := rule.violations with input as _input(case.pool, case.cluster)
	count(found) == case.count
}

test_silent_about_pools_of_other_clusters if {
	given := object.union(_input({}, {"cni": "OCI_VCN_IP_NATIVE"}), {"node_pools": [testing.resource("p1", {"mode": "managed"})]})
	count(rule.violations) == 0 with input as given
}
