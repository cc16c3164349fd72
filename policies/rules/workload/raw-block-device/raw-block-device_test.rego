package rules.workload["raw-block-device_test"]

import data.lib.testing
import data.rules.workload["raw-block-device"] as rule

test_reported[note] if {
	some note, case in {
		"one": {"devices": [{"name": "d", "devicePath": "/dev/xvda"}], "count": 1},
		"two": {"devices": [{"name": "d"}, {"name": "e"}], "count": 1},
		"without a name": {"devices": [{"devicePath": "/dev/xvda"}], "count": 1},
		"none": {"devices": [], "count": 0},
		"null": {"devices": null, "count": 0},
		"taken away by a patch": {"devices": [{"devicePath": "/dev/xvda", "$patch": "delete"}], "count": 0},
		"junk": {"devices": "/dev/xvda", "count": 0},
	}

	found := rule.violations with input as testing.container({"volumeDevices": case.devices})
	count(found) == case.count
}

test_silent_about_mounts if count(rule.violations) == 0 with input as testing.container({"volumeMounts": [{"name": "d"}]})

test_points_at_the_list if {
	given := testing.pod({"initContainers": [{"name": "format", "volumeDevices": [{"name": "d"}, {"name": "e"}]}]})
	found := rule.violations with input as given

	some violation in found
	violation.item == "w1/initContainers/0"
	violation.path == ["volumeDevices"]
	violation.facts == {"container": "format", "devices": ["d", "e"]}
}

test_silent_on_managed_nodes if {
	given := testing.pod_of({"nodes": "managed"}, {"containers": [{"volumeDevices": [{"name": "d"}]}]})
	count(rule.violations) == 0 with input as given
}
