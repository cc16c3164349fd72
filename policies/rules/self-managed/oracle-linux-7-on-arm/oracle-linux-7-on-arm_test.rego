package rules["self-managed"]["oracle-linux-7-on-arm_test"]

import data.lib.testing
import data.rules["self-managed"]["oracle-linux-7-on-arm"] as rule

_given(pool) := {
	"facts": testing.facts,
	"node_pools": [testing.resource("p1", object.union({"mode": "self-managed", "form": "instance"}, pool))],
}

_seven := {"os": "Oracle Linux", "os_version": [7, 9], "oke": true}

test_reported[note] if {
	some note, case in {
		"Arm image": {"pool": {"image": object.union(_seven, {"variant": "aarch64"})}, "count": 1},
		"Arm shape": {"pool": {"image": _seven, "shape": "VM.Standard.A1.Flex"}, "count": 1},
		"bare metal Arm shape": {"pool": {"image": _seven, "shape": "BM.Standard.A1.160"}, "count": 1},
		"AMD shape": {"pool": {"image": _seven, "shape": "VM.Standard.E4.Flex"}, "count": 0},
		"GPU of that letter": {"pool": {"image": _seven, "shape": "VM.GPU.A10.1"}, "count": 0},
		"7 of another system": {"pool": {"image": {"os": "CentOS", "os_version": [7], "variant": "aarch64"}}, "count": 0},
		"8 on Arm": {"pool": {"image": {"os": "Oracle Linux", "os_version": [8, 10], "variant": "aarch64"}}, "count": 0},
		"platform image, which is another rule's": {"pool": {"image": object.union(_seven, {"variant": "aarch64", "oke": false})}, "count": 0},
		"nothing known": {"pool": {"shape": "VM.Standard.A1.Flex"}, "count": 0},
	}
	found := rule.violations with input as _given(case.pool)
	count(found) == case.count
}

test_fine_before_2025 if {
	given := object.union(_given({"image": object.union(_seven, {"variant": "aarch64"})}), {"facts": {"oracle_linux_7_on_arm": true}})
	count(rule.violations) == 0 with input as given
}
