package rules["self-managed"]["self-managed-without-need_test"]

import data.lib.testing
import data.rules["self-managed"]["self-managed-without-need"] as rule

_given(pool) := {
	"facts": testing.facts,
	"node_pools": [testing.resource("p1", object.union({"mode": "self-managed", "form": "instance"}, pool))],
}

test_reported[note] if {
	some note, case in {
		"flexible": {"pool": {"shape": "VM.Standard.E4.Flex"}, "count": 1},
		"dense": {"pool": {"shape": "BM.DenseIO.E5.128", "form": "instance-pool"}, "count": 1},
		"no bursting": {"pool": {"shape": "VM.Standard.E4.Flex", "baseline_ocpu": "BASELINE_1_1"}, "count": 1},
		"burstable": {"pool": {"shape": "VM.Standard.E4.Flex", "baseline_ocpu": "BASELINE_1_8"}, "count": 0},
		"bursting unknown": {"pool": {"shape": "VM.Standard.E4.Flex", "unknown": {"baseline_ocpu": "var.b"}}, "count": 0},
		"Micro": {"pool": {"shape": "VM.Standard.E2.1.Micro"}, "count": 0},
		"GPU": {"pool": {"shape": "BM.GPU.H100.8"}, "count": 0},
		"HPC": {"pool": {"shape": "BM.HPC.E5.144"}, "count": 0},
		"Optimized": {"pool": {"shape": "BM.Optimized3.36"}, "count": 0},
		"cluster network": {"pool": {"shape": "VM.Standard.E4.Flex", "form": "cluster-network"}, "count": 0},
		"managed": {"pool": {"shape": "VM.Standard.E4.Flex", "mode": "managed"}, "count": 0},
		"unknown": {"pool": {"unknown": {"shape": "var.shape"}}, "count": 0},
		"instance configuration": {"pool": {"shape": "VM.Standard.E4.Flex", "form": "instance-configuration"}, "count": 1},
	}
	found := rule.violations with input as _given(case.pool)
	count(found) == case.count
}
