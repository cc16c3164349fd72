package rules.cluster["implicit-pod-network_test"]

import data.lib.testing
import data.rules.cluster["implicit-pod-network"] as rule

_reference := {"ref": "oci_containerengine_cluster.c", "kind": "resource", "id": "c1"}

test_reported[note] if {
	some note, case in {
		"nothing stated": {"cluster": {}, "pools": [], "count": 1},
		"flannel": {"cluster": {"cni": "FLANNEL_OVERLAY"}, "pools": [], "count": 0},
		"native": {"cluster": {"cni": "OCI_VCN_IP_NATIVE"}, "pools": [], "count": 0},
		"unknown": {"cluster": {"unknown": {"cni": "var.cni"}}, "pools": [], "count": 0},
		"pool without a word": {"cluster": {}, "pools": [{"mode": "managed", "cluster": _reference}], "count": 1},
		"native pool": {"cluster": {}, "pools": [{"mode": "managed", "cluster": _reference, "cni": "OCI_VCN_IP_NATIVE"}], "count": 0},
		"virtual pool": {"cluster": {}, "pools": [{"mode": "virtual", "cluster": _reference}], "count": 0},
		"virtual pool of another cluster": {"cluster": {}, "pools": [{"mode": "virtual", "cluster": {"ref": "oci_containerengine_cluster.d", "kind": "resource", "id": "c2"}}], "count": 1},
	}
	found := rule.violations with input as {
		"clusters": [testing.resource("c1", case.cluster)],
		"node_pools": [testing.resource($"p{i}", pool) | some i, pool in case.pools],
	}
	count(found) == case.count
}
