package rules["self-managed"]["unproven-node-image_test"]

import data.lib.testing
import data.rules["self-managed"]["unproven-node-image"] as rule

_given(pool) := {
	"facts": testing.facts,
	"node_pools": [testing.resource("p1", object.union({"mode": "self-managed", "form": "instance"}, pool))],
}

_ubuntu := {"name": "Canonical-Ubuntu-22.04-2024.05.31-0", "os": "Canonical Ubuntu"}

test_reported[note] if {
	some note, case in {
		"custom": {"image": {"type": "custom"}, "ubuntu": false, "count": 1},
		"custom, its name an OKE image": {"image": {"type": "custom", "os": "Oracle Linux", "oke": true}, "ubuntu": true, "count": 0},
		"oke": {"image": {"type": "oke", "os": "Oracle Linux"}, "ubuntu": true, "count": 0},
		"Ubuntu once it is supported": {"image": _ubuntu, "ubuntu": true, "count": 1},
		"Ubuntu before": {"image": _ubuntu, "ubuntu": false, "count": 0},
		"Ubuntu as platform image": {"image": object.union(_ubuntu, {"type": "platform"}), "ubuntu": true, "count": 0},
		"OCID": {"image": {"ref": {"ref": "ocid1.image.oc1..a", "kind": "ocid"}}, "ubuntu": true, "count": 0},
	}
	given := object.union(_given({"image": case.image}), {"facts": {"ubuntu_nodes": case.ubuntu}})
	found := rule.violations with input as given
	count(found) == case.count
}
