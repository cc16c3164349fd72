package rules["self-managed"]["node-without-cgroup-2_test"]

import data.lib.testing
import data.rules["self-managed"]["node-without-cgroup-2"] as rule

_given(pool) := {
	"facts": testing.facts,
	"node_pools": [testing.resource("p1", object.union({"mode": "self-managed", "form": "instance"}, pool))],
}

_image(fields) := {"image": object.union({"os": "Oracle Linux", "os_version": [8, 10], "oke": true, "name": "n", "kubernetes_version": [1, 35, 2]}, fields)}

_script(known) := {"cloud_init": object.union({"state": "stated"}, known)}

_reported(pool, today) := count(found) if {
	given := object.union(_given(pool), {"facts": {"kubernetes_1_35_needs_cgroup_2": today}})
	found := rule.violations with input as given
}

test_reported[note] if {
	some note, case in {
		"7": {"pool": _image({"os_version": [7, 9]}), "count": 1},
		"7, whatever its script": {"pool": object.union(_image({"os_version": [7, 9]}), _script({"cgroup_2": true})), "count": 1},
		"old build": {"pool": object.union(_image({"build": 1366}), _script({"cgroup_2": false})), "count": 1},
		"old build without a script": {"pool": object.union(_image({"build": 1366}), {"cloud_init": {"state": "absent"}}), "count": 1},
		"old build, argument set": {"pool": object.union(_image({"build": 1366}), _script({"cgroup_2": true})), "count": 0},
		"old build, script unknown": {"pool": object.union(_image({"build": 1366}), _script({})), "count": 0},
		"first build": {"pool": object.union(_image({"build": 1367}), _script({"cgroup_2": false})), "count": 0},
		"platform image": {"pool": object.union(_image({"oke": false, "version": [1, 35, 2]}), _script({"cgroup_2": false})), "count": 1},
		"7 of another system": {"pool": _image({"os": "CentOS", "os_version": [7, 9]}), "count": 0},
		"build of another system": {"pool": object.union(_image({"os": "Ubuntu", "build": 1366}), _script({"cgroup_2": false})), "count": 0},
		"platform image of the module, without a version of its system": {
			"pool": object.union({"image": {"type": "platform"}, "version": [1, 35, 2]}, _script({"cgroup_2": false})),
			"count": 1,
		},
		"platform image of another system": {"pool": object.union(_image({"os": "CentOS", "oke": false, "version": [1, 35, 2]}), _script({"cgroup_2": false})), "count": 0},
		"platform image of 9": {"pool": object.union(_image({"os_version": [9, 4], "oke": false}), _script({"cgroup_2": false})), "count": 0},
		"platform image, argument set": {"pool": object.union(_image({"oke": false}), _script({"cgroup_2": true})), "count": 0},
		"1.34": {"pool": _image({"os_version": [7, 9], "kubernetes_version": [1, 34, 2]}), "count": 0},
		"managed pool": {"pool": object.union(_image({"os_version": [7, 9]}), {"mode": "managed"}), "count": 1},
		"virtual pool": {"pool": object.union(_image({"os_version": [7, 9]}), {"mode": "virtual"}), "count": 0},
		"version unknown": {"pool": {"image": {"os": "Oracle Linux", "os_version": [7, 9]}}, "count": 0},
		"platform image that only filters describe": {"pool": {"image": {"os": "Oracle Linux", "os_version": [8], "oke": false}, "version": [1, 35, 2], "cloud_init": {"state": "absent"}}, "count": 0},
	}
	_reported(case.pool, true) == case.count
}

test_silent_before_the_version_existed if _reported(_image({"os_version": [7, 9]}), false) == 0

test_points_at_what_decides[note] if {
	some note, case in {
		"7 in the module": {"pool": object.union(_image({"os_version": [7, 9]}), {"notation": "module"}), "path": ["image", "os_version"]},
		"7 elsewhere": {"pool": _image({"os_version": [7, 9]}), "path": ["image"]},
		"old build in the module": {"pool": object.union(_image({"build": 1366}), {"notation": "module", "cloud_init": {"state": "absent"}}), "path": ["image"]},
	}
	given := object.union(_given(case.pool), {"facts": {"kubernetes_1_35_needs_cgroup_2": true}})
	found := rule.violations with input as given
	{violation.path | some violation in found} == {case.path}
}
