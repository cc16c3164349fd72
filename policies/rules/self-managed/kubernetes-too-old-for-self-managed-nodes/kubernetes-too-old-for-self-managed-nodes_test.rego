package rules["self-managed"]["kubernetes-too-old-for-self-managed-nodes_test"]

import data.lib.testing
import data.rules["self-managed"]["kubernetes-too-old-for-self-managed-nodes"] as rule

_reference := {"ref": "oci_containerengine_cluster.main", "kind": "resource", "id": "c1"}

_given(cluster, pool) := {
	"facts": testing.facts,
	"clusters": [testing.resource("c1", cluster)],
	"node_pools": [testing.resource("p1", object.union({"mode": "self-managed", "form": "instance", "cluster": _reference}, pool))],
}

_native := {"cni": "OCI_VCN_IP_NATIVE"}

test_reported[note] if {
	some note, case in {
		"flannel on 1.24": {"version": [1, 24, 1], "pool": {}, "requirements": {["SMN-02"]}},
		"flannel on 1.25": {"version": [1, 25, 4], "pool": {}, "requirements": set()},
		"native on 1.24": {"version": [1, 24, 1], "pool": _native, "requirements": {["CNI-30", "SMN-02", "SMN-03"]}},
		"native on 1.26.7": {"version": [1, 26, 7], "pool": _native, "requirements": {["CNI-30", "SMN-03"]}},
		"native on 1.27.2": {"version": [1, 27, 2], "pool": _native, "requirements": {["CNI-30", "SMN-03"]}},
		"native on 1.27.10": {"version": [1, 27, 10], "pool": _native, "requirements": set()},
		"native on 1.28.2": {"version": [1, 28, 2], "pool": _native, "requirements": set()},
		"native on 1.27 without a patch": {"version": [1, 27], "pool": _native, "requirements": set()},
		"managed": {"version": [1, 24, 1], "pool": {"mode": "managed"}, "requirements": set()},
	}
	found := rule.violations with input as _given({"version": case.version}, case.pool)
	{violation.requirements | some violation in found} == case.requirements
}

test_silent_where_the_version_is_unknown if {
	count(rule.violations) == 0 with input as _given({"unknown": {"version": "var.version"}}, _native)
}
