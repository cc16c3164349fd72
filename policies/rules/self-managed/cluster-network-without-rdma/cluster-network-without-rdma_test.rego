package rules["self-managed"]["cluster-network-without-rdma_test"]

import data.lib.testing
import data.rules["self-managed"]["cluster-network-without-rdma"] as rule

_given(pool) := {
	"facts": testing.facts,
	"node_pools": [testing.resource("p1", object.union({"mode": "self-managed", "form": "instance"}, pool))],
}

test_reported[note] if {
	some note, case in {
		"flexible": {"pool": {"shape": "VM.Standard.E4.Flex"}, "count": 1},
		"GPU in a virtual machine": {"pool": {"shape": "VM.GPU.A10.1"}, "count": 1},
		"bare metal without": {"pool": {"shape": "BM.Standard.E4.128", "vnics": 256}, "count": 1},
		"GPU": {"pool": {"shape": "BM.GPU.H100.8", "vnics": 32}, "count": 0},
		"Optimized": {"pool": {"shape": "BM.Optimized3.36", "vnics": 32}, "count": 0},
		"HPC": {"pool": {"shape": "BM.HPC.E5.144", "vnics": 32}, "count": 0},
		"newer than the table": {"pool": {"shape": "BM.GPU.X1000.8"}, "count": 0},
		"unknown": {"pool": {"unknown": {"shape": "var.shape"}}, "count": 0},
		"instance pool": {"pool": {"shape": "VM.Standard.E4.Flex", "form": "instance-pool"}, "count": 0},
	}
	found := rule.violations with input as _given(object.union({"form": "cluster-network"}, case.pool))
	count(found) == case.count
}
