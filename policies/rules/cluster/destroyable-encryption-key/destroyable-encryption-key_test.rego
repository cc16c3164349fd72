package rules.cluster["destroyable-encryption-key_test"]

import data.lib.testing
import data.rules.cluster["destroyable-encryption-key"] as rule

_given(key, clusters) := {
	"keys": [testing.resource("k1", key)],
	"clusters": [testing.resource($"c{i}", cluster) | some i, cluster in clusters],
}

_ours := {"kms_key": {"ref": "oci_kms_key.k1", "kind": "resource", "id": "k1"}}

test_reported[note] if {
	some note, case in {
		"unprotected": {"key": {"prevent_destroy": false}, "clusters": [_ours], "related": [1]},
		"of two clusters": {"key": {"prevent_destroy": false}, "clusters": [_ours, _ours], "related": [2]},
		"protected": {"key": {"prevent_destroy": true}, "clusters": [_ours], "related": []},
		"of no cluster": {"key": {"prevent_destroy": false}, "clusters": [{}], "related": []},
		"of a cluster with another key": {"key": {"prevent_destroy": false}, "clusters": [{"kms_key": {"ref": "var.key", "kind": "expression"}}], "related": []},
		"in a plan, which does not tell": {"key": {"prevent_destroy": false, "notation": "plan"}, "clusters": [_ours], "related": []},
	}
	found := rule.violations with input as _given(case.key, case.clusters)
	[count(violation.related) | some violation in found] == case.related
}
