package rules["self-managed"]["image-older-than-self-managed-nodes_test"]

import data.lib.testing
import data.rules["self-managed"]["image-older-than-self-managed-nodes"] as rule

_given(pool) := {
	"facts": testing.facts,
	"node_pools": [testing.resource("p1", object.union({"mode": "self-managed", "form": "instance"}, pool))],
}

_image(date) := {"image": {"oke": true, "date": date}}

test_reported[note] if {
	some note, case in {
		"2022": {"pool": _image("2022-12-15"), "requirements": {["SMN-16"]}},
		"the day before": {"pool": _image("2023-03-27"), "requirements": {["SMN-16"]}},
		"the day": {"pool": _image("2023-03-28"), "requirements": set()},
		"later": {"pool": _image("2023-05-24"), "requirements": set()},
		"too old for native pods as well": {"pool": object.union(_image("2022-04-04"), {"cni": "OCI_VCN_IP_NATIVE"}), "requirements": {["SMN-16", "CNI-11"]}},
		"native, new enough for that": {"pool": object.union(_image("2022-12-15"), {"cni": "OCI_VCN_IP_NATIVE"}), "requirements": {["SMN-16"]}},
		"platform image": {"pool": {"image": {"oke": false, "date": "2022-12-15"}}, "requirements": set()},
		"no date": {"pool": {"image": {"oke": true}}, "requirements": set()},
		"managed": {"pool": object.union(_image("2022-12-15"), {"mode": "managed"}), "requirements": set()},
		"native, the day before that": {"pool": object.union(_image("2022-05-31"), {"cni": "OCI_VCN_IP_NATIVE"}), "requirements": {["SMN-16", "CNI-11"]}},
		"native, the day of that": {"pool": object.union(_image("2022-06-01"), {"cni": "OCI_VCN_IP_NATIVE"}), "requirements": {["SMN-16"]}},
	}
	found := rule.violations with input as _given(case.pool)
	{violation.requirements | some violation in found} == case.requirements
}
