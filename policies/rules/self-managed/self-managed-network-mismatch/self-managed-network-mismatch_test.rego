package rules["self-managed"]["self-managed-network-mismatch_test"]

import data.lib.testing
import data.rules["self-managed"]["self-managed-network-mismatch"] as rule

_reference := {"ref": "oci_containerengine_cluster.main", "kind": "resource", "id": "c1"}

_given(cluster, pool) := {
	"facts": testing.facts,
	"clusters": [testing.resource("c1", cluster)],
	"node_pools": [testing.resource("p1", object.union({"mode": "self-managed", "form": "instance", "cluster": _reference}, pool))],
}

_native := {"cni": "OCI_VCN_IP_NATIVE"}

_flannel := {"cni": "FLANNEL_OVERLAY"}

test_reported[note] if {
	some note, case in {
		"nothing asked for": {"cluster": _native, "pool": {"metadata": {}}, "count": 1},
		"switched off": {"cluster": _native, "pool": {"metadata": {"oke-native-pod-networking": "false"}}, "count": 1},
		"asked for": {"cluster": _native, "pool": _native, "count": 0},
		"native on flannel": {"cluster": _flannel, "pool": _native, "count": 1},
		"native, cluster says nothing, which is flannel": {"cluster": {}, "pool": _native, "count": 1},
		"both flannel": {"cluster": _flannel, "pool": {"metadata": {}}, "count": 0},
		"cluster unknown, node native": {"cluster": {"unknown": {"cni": "var.cni"}}, "pool": _native, "count": 0},
		"cluster of another network, node native": {"cluster": {"cni": "SOMETHING_ELSE"}, "pool": _native, "count": 0},
		"cluster unknown": {"cluster": {"unknown": {"cni": "var.cni"}}, "pool": {"metadata": {}}, "count": 0},
		"metadata unknown": {"cluster": _native, "pool": {"unknown": {"metadata": "var.m"}}, "count": 0},
		"switch unknown": {"cluster": _native, "pool": {"unknown": {"metadata.oke-native-pod-networking": "var.n"}}, "count": 0},
		"switch unknown to the pool": {"cluster": _native, "pool": {"unknown": {"cni": "var.n"}}, "count": 0},
		"module, which gives both the same": {"cluster": _native, "pool": {"notation": "module", "cni": "FLANNEL_OVERLAY"}, "count": 0},
		"managed": {"cluster": _native, "pool": {"mode": "managed"}, "count": 0},
	}
	found := rule.violations with input as _given(case.cluster, case.pool)
	count(found) == case.count
}
