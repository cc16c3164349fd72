package lib.pool_test

import data.lib.pool
import data.lib.testing

test_native[note] if {
	some note, case in {
		"virtual": {"pool": {"mode": "virtual"}, "answer": true},
		"stated": {"pool": {"mode": "managed", "cni": "OCI_VCN_IP_NATIVE"}, "answer": true},
		"with pod subnets": {"pool": {"mode": "managed", "pod_subnets": [testing.at("s1")]}, "answer": true},
		"without pod subnets": {"pool": {"mode": "managed", "pod_subnets": []}, "answer": false},
		"overlay": {"pool": {"mode": "managed", "cni": "FLANNEL_OVERLAY"}, "answer": false},
	}
	count({yes | yes := pool.native(testing.resource("p", case.pool))}) == {true: 1, false: 0}[case.answer]
}

test_requirements if {
	pool.requirements({"mode": "virtual"}, ["VNL-09"], ["CNI-01"]) == ["VNL-09", "CNI-01"]
	pool.requirements({"mode": "managed"}, ["VNL-09"], ["CNI-01"]) == ["CNI-01"]
}

test_node_subnets if {
	found := pool.node_subnets({"placements": [{"subnet": testing.at("s1")}, {}], "subnets": [testing.at("s2")]})
	[used.path | some used in found] == [["placements", 0, "subnet"], ["subnets", 0]]
}

test_each_node_subnet_once if {
	found := pool.node_subnets({"placements": [{"subnet": testing.at("s1")}], "subnets": [testing.at("s1")]})
	[used.path | some used in found] == [["placements", 0, "subnet"]]
}
