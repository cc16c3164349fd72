package lib.node_label_test

import data.lib.node_label

test_foreign[key] if {
	some key, answer in {
		"kubernetes.io/os": 1,
		"node-role.kubernetes.io/virtual-node": 1,
		"topology.kubernetes.io/zone": 1,
		"oci.oraclecloud.com/fault-domain": 1,
		"karpenter.sh/nodepool": 1,
		"feature.node.k8s.io/cpu": 1,
		"nvidia.com/gpu.present": 1,
		"example.com/kubernetes.io/os": 0,
		"tier": 0,
		"example.com/tier": 0,
		"notkubernetes.io/os": 0,
	}
	count({yes | yes := node_label.foreign(key)}) == answer
}

test_known[note] if {
	some note, case in {
		"virtual": {"pool": {"mode": "virtual", "unknown": {}}, "answer": 1},
		"value unknown": {"pool": {"mode": "virtual", "unknown": {"labels.tier": "var.t"}}, "answer": 0},
		"all unknown": {"pool": {"mode": "virtual", "unknown": {"labels": "var.l"}}, "answer": 0},
		"something else unknown": {"pool": {"mode": "virtual", "unknown": {"defined_labels": "var.l", "size": "var.s"}}, "answer": 1},
		"self-managed": {"pool": {"mode": "self-managed", "unknown": {}}, "answer": 0},
	}
	count({yes | yes := node_label.known(case.pool)}) == case.answer
}

test_doubtful[path] if {
	some path, answer in {
		"nodeSelector": 1, "spec.affinity": 1, "nodeSelector.tier": 1, "topologySpreadConstraints.0": 1, "spec": 1, "$": 1, "": 1,
		"metadata.affinity": 0, "metadata.spec": 0, "spec.replicas": 0, "replicas": 0, "containers": 0,
	}
	count({yes | yes := node_label.doubtful({"unknown": {path: "x"}})}) == answer
}
