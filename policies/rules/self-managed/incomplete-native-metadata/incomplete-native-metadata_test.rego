package rules["self-managed"]["incomplete-native-metadata_test"]

import data.lib.testing
import data.rules["self-managed"]["incomplete-native-metadata"] as rule

_given(pool) := {
	"facts": testing.facts,
	"node_pools": [testing.resource("p1", object.union({"mode": "self-managed", "form": "instance"}, pool))],
}

_native(metadata) := {"cni": "OCI_VCN_IP_NATIVE", "metadata": object.union({"oke-native-pod-networking": "true"}, metadata)}

test_reported[note] if {
	some note, case in {
		"nothing else": {"pool": _native({}), "missing": {"oke-max-pods and pod-subnets"}},
		"no subnet": {"pool": _native({"oke-max-pods": "31"}), "missing": {"pod-subnets"}},
		"no number": {"pool": _native({"pod-subnets": "ocid1.subnet.oc1..a"}), "missing": {"oke-max-pods"}},
		"empty": {"pool": _native({"oke-max-pods": "", "pod-subnets": "ocid1.subnet.oc1..a"}), "missing": {"oke-max-pods"}},
		"both": {"pool": _native({"oke-max-pods": "31", "pod-subnets": "ocid1.subnet.oc1..a"}), "missing": set()},
		"subnet unknown": {"pool": object.union(_native({"oke-max-pods": "31"}), {"unknown": {"metadata.pod-subnets": "var.s"}}), "missing": set()},
		"metadata unknown": {"pool": object.union(_native({}), {"unknown": {"metadata": "merge"}}), "missing": set()},
		"flannel": {"pool": {"metadata": {}}, "missing": set()},
		"module": {"pool": object.union(_native({}), {"notation": "module"}), "missing": set()},
	}
	found := rule.violations with input as _given(case.pool)
	{violation.facts.missing | some violation in found} == case.missing
}
