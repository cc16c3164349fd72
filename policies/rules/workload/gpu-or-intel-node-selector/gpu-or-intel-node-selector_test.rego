package rules.workload["gpu-or-intel-node-selector_test"]

import data.lib.testing
import data.rules.workload["gpu-or-intel-node-selector"] as rule

_affinity(terms) := {"affinity": {"nodeAffinity": {"requiredDuringSchedulingIgnoredDuringExecution": {"nodeSelectorTerms": terms}}}}

_type := "node.kubernetes.io/instance-type"

_term(values) := {"matchExpressions": [{"key": _type, "operator": "In", "values": values}]}

test_reported[note] if {
	some note, case in {
		"GPU": {"given": {"nodeSelector": {_type: "VM.GPU.A10.1"}}, "count": 1},
		"older GPU": {"given": {"nodeSelector": {"beta.kubernetes.io/instance-type": "BM.GPU4.8"}}, "count": 1},
		"Intel": {"given": {"nodeSelector": {_type: "VM.Standard3.Flex"}}, "count": 1},
		"older Intel": {"given": {"nodeSelector": {_type: "VM.Standard2.1"}}, "count": 1},
		"Intel optimized": {"given": {"nodeSelector": {_type: "VM.Optimized3.Flex"}}, "count": 1},
		"GPU label": {"given": {"nodeSelector": {"nvidia.com/gpu.present": "true"}}, "count": 1},
		"no GPU": {"given": {"nodeSelector": {"nvidia.com/gpu.present": "false"}}, "count": 0},
		"AMD": {"given": {"nodeSelector": {_type: "VM.Standard.E4.Flex"}}, "count": 0},
		"Arm": {"given": {"nodeSelector": {_type: "VM.Standard.A1.Flex", "kubernetes.io/arch": "arm64"}}, "count": 0},
		"another label": {"given": {"nodeSelector": {"pool": "VM.GPU.A10.1"}}, "count": 0},
		"affinity": {"given": _affinity([_term(["VM.Standard3.Flex", "VM.GPU.A10.1"])]), "count": 1},
		"affinity with a way out": {"given": _affinity([_term(["VM.Standard3.Flex", "VM.Standard.E4.Flex"])]), "count": 0},
		"another term as way out": {"given": _affinity([_term(["VM.Standard3.Flex"]), {"matchExpressions": []}]), "count": 0},
		"affinity for any GPU": {
			"given": _affinity([{"matchExpressions": [{"key": "nvidia.com/gpu.present", "operator": "Exists"}]}]),
			"count": 1,
		},
		"affinity against GPUs": {
			"given": _affinity([{"matchExpressions": [{"key": "nvidia.com/gpu.present", "operator": "DoesNotExist"}]}]),
			"count": 0,
		},
		"affinity against Intel": {
			"given": _affinity([{"matchExpressions": [{"key": _type, "operator": "NotIn", "values": ["VM.Standard3.Flex"]}]}]),
			"count": 0,
		},
		"any type": {"given": _affinity([{"matchExpressions": [{"key": _type, "operator": "Exists"}]}]), "count": 0},
		"no terms": {"given": _affinity([]), "count": 0},
		"wrong types": {"given": {"nodeSelector": {_type: 7}, "affinity": "none"}, "count": 0},
		"toleration": {"given": {"tolerations": [{"key": "nvidia.com/gpu", "operator": "Exists"}]}, "count": 0},
	}

	found := rule.violations with input as testing.pod(case.given)
	count(found) == case.count
}

test_points_at_the_expression if {
	given := testing.pod(_affinity([{"matchExpressions": [
		{"key": "kubernetes.io/os", "operator": "In", "values": ["linux"]},
		{"key": _type, "operator": "In", "values": ["VM.GPU.A10.1"]},
	]}]))
	found := rule.violations with input as given
	count(found) == 1
	some violation in found
	array.slice(violation.path, 4, 7) == [0, "matchExpressions", 1]
	violation.facts.selector == "node.kubernetes.io/instance-type In VM.GPU.A10.1"
}

test_silent_on_managed_nodes if {
	given := testing.pod_of({"nodes": "managed"}, {"nodeSelector": {_type: "VM.GPU.A10.1"}})
	count(rule.violations) == 0 with input as given
}
