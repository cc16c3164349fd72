package rules["self-managed"]["unsupported-node-image_test"]

import data.lib.testing
import data.rules["self-managed"]["unsupported-node-image"] as rule

_given(pool) := {
	"facts": testing.facts,
	"node_pools": [testing.resource("p1", object.union({"mode": "self-managed", "form": "instance"}, pool))],
}

_linux(version, fields) := {"image": object.union({"os": "Oracle Linux", "os_version": version}, fields)}

_ubuntu := {"image": {"name": "Canonical-Ubuntu-22.04-2024.05.31-0", "os": "Canonical Ubuntu", "os_version": [22, 4], "oke": false}}

test_reported[note] if {
	some note, case in {
		"OKE image": {"pool": _linux([8, 9], {"name": "n", "oke": true}), "count": 0},
		"OKE image of 7": {"pool": _linux([7, 9], {"name": "n", "oke": true}), "count": 0},
		"platform image by name": {"pool": _linux([8, 9], {"name": "n", "oke": false}), "count": 1},
		"9": {"pool": _linux([9, 3], {"name": "n", "oke": true}), "count": 1},
		"9 by filters": {"pool": _linux([9], {}), "count": 1},
		"8 by filters": {"pool": _linux([8], {}), "count": 0},
		"another Oracle system": {"pool": {"image": {"os": "Oracle Autonomous Linux", "os_version": [8, 9]}}, "count": 1},
		"another system": {"pool": {"image": {"os": "CentOS"}}, "count": 1},
		"Ubuntu": {"pool": _ubuntu, "count": 1},
		"platform image in the module": {"pool": {"image": {"type": "platform", "oke": false, "os": "Oracle Linux", "os_version": [8]}}, "count": 1},
		"OKE image in the module": {"pool": {"image": {"type": "oke", "oke": true, "os": "Oracle Linux", "os_version": [8]}}, "count": 0},
		"OCID": {"pool": {"image": {"ref": {"ref": "ocid1.image.oc1..a", "kind": "ocid"}}}, "count": 0},
		"name of one's own": {"pool": {"image": {"name": "golden"}}, "count": 0},
		"no image": {"pool": {}, "count": 0},
		"managed": {"pool": object.union(_linux([9], {}), {"mode": "managed"}), "count": 0},
		"no OKE image by filters": {"pool": _linux([8], {"oke": false}), "count": 0},
	}
	found := rule.violations with input as _given(case.pool)
	count(found) == case.count
}

test_ubuntu_is_supported_later if {
	given := object.union(_given(_ubuntu), {"facts": {"ubuntu_nodes": true}})
	count(rule.violations) == 0 with input as given
}

test_names_the_image[note] if {
	some note, case in {
		"name": {"pool": _ubuntu, "name": "Canonical-Ubuntu-22.04-2024.05.31-0"},
		"type": {"pool": {"image": {"type": "platform"}}, "name": "a platform image"},
		"filters": {"pool": _linux([9], {}), "name": "Oracle Linux 9"},
		"system alone": {"pool": {"image": {"os": "CentOS"}}, "name": "CentOS"},
	}
	found := rule.violations with input as _given(case.pool)
	{violation.facts.image | some violation in found} == {case.name}
}

test_points_at_what_decides[note] if {
	some note, case in {
		"platform image in the module": {"image": {"type": "platform", "os": "Oracle Linux", "os_version": [9]}, "notation": "module", "path": ["image"]},
		"9 in the module": {"image": {"type": "oke", "oke": true, "os": "Oracle Linux", "os_version": [9]}, "notation": "module", "path": ["image", "os_version"]},
		"9 elsewhere": {"image": {"os": "Oracle Linux", "os_version": [9]}, "notation": "terraform", "path": ["image"]},
	}
	found := rule.violations with input as _given({"image": case.image, "notation": case.notation})
	{violation.path | some violation in found} == {case.path}
}
