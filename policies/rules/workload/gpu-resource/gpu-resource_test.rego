package rules.workload["gpu-resource_test"]

import data.lib.testing
import data.rules.workload["gpu-resource"] as rule

test_reported[note] if {
	some note, case in {
		"nvidia": {"given": {"resources": {"limits": {"nvidia.com/gpu": 1}}}, "count": 1},
		"slice of one": {"given": {"resources": {"limits": {"nvidia.com/mig-1g.5gb": "1"}}}, "count": 1},
		"both lists": {"given": {"resources": {"limits": {"nvidia.com/gpu": 1}, "requests": {"nvidia.com/gpu": 1}}}, "count": 1},
		"request": {"given": {"resources": {"requests": {"amd.com/gpu": 1}}}, "count": 1},
		"intel": {"given": {"resources": {"limits": {"gpu.intel.com/i915": 1}}}, "count": 1},
		"none": {"given": {"resources": {"limits": {"nvidia.com/gpu": 0}}}, "count": 0},
		"quoted none": {"given": {"resources": {"limits": {"nvidia.com/gpu": "0"}}}, "count": 0},
		"cpu": {"given": {"resources": {"limits": {"cpu": 1, "memory": "1Gi"}}}, "count": 0},
		"look-alike": {"given": {"resources": {"limits": {"example.com/nvidia.com": 1}}}, "count": 0},
		"no quantity": {"given": {"resources": {"limits": {"nvidia.com/gpu": false}, "requests": {"nvidia.com/gpu": 1}}}, "count": 1},
		"wrong type": {"given": {"resources": ["nvidia.com/gpu"]}, "count": 0},
		"absent": {"given": {}, "count": 0},
	}

	found := rule.violations with input as testing.container(case.given)
	count(found) == case.count
}

test_points_at_the_limit if {
	given := testing.container({"resources": {"limits": {"nvidia.com/gpu": 1}, "requests": {"nvidia.com/gpu": 1}}})
	found := rule.violations with input as given
	some violation in found
	violation.path == ["resources", "limits", "nvidia.com/gpu"]
}

test_silent_on_managed_nodes if {
	given := testing.pod_of({"nodes": "managed"}, {"containers": [{"name": "a", "resources": {"limits": {"nvidia.com/gpu": 1}}}]})
	count(rule.violations) == 0 with input as given
}
