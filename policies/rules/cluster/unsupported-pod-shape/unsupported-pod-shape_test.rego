package rules.cluster["unsupported-pod-shape_test"]

import data.lib.testing
import data.rules.cluster["unsupported-pod-shape"] as rule

_virtual := {"mode": "virtual"}

_managed := {"mode": "managed"}

test_reported[note] if {
	some note, case in {
		"virtual machine": {"pool": {"mode": "virtual", "shape": "VM.Standard.E4.Flex"}, "severities": {"error"}},
		"Intel": {"pool": {"mode": "virtual", "shape": "Pod.Standard3.Flex"}, "severities": {"error"}},
		"not known yet": {"pool": {"mode": "virtual", "shape": "Pod.Standard.E5.Flex"}, "severities": {"warning"}},
		"E3": {"pool": {"mode": "virtual", "shape": "Pod.Standard.E3.Flex"}, "severities": set()},
		"E4": {"pool": {"mode": "virtual", "shape": "Pod.Standard.E4.Flex"}, "severities": set()},
		"A1": {"pool": {"mode": "virtual", "shape": "Pod.Standard.A1.Flex"}, "severities": set()},
		"unknown": {"pool": {"mode": "virtual", "unknown": {"shape": "var.shape"}}, "severities": set()},
		"managed": {"pool": {"mode": "managed", "shape": "VM.Standard.E4.Flex"}, "severities": set()},
	}

	found := rule.violations with input as testing.node_pools({}, [case.pool])
	{violation.severity | some violation in found} == case.severities
}

test_requirements_of_the_module if {
	found := rule.violations with input as testing.node_pools({}, [{"mode": "virtual", "notation": "module", "shape": "VM.Standard.E4.Flex"}])
	{id | some violation in found; some id in violation.requirements} == {"VNT-06", "VNT-21"}
}
