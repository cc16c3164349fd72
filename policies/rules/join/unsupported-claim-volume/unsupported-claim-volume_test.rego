package rules.join["unsupported-claim-volume_test"]

import data.lib.testing
import data.rules.join["unsupported-claim-volume"] as rule

# A pod that mounts the claim `data`, and the objects of the repository.
_input(nodes, objects) := {
	"facts": {"virtual_nodes_fss_claims": true},
	"index": {
		"pods": [{"id": "w1", "nodes": nodes, "namespace": "shop", "claims": [{"volume": "files", "index": 2, "claim": "data"}]}],
		"objects": objects,
	},
}

_claim(fields, spec) := testing.entry("PersistentVolumeClaim", object.union({"id": "o2", "group": "", "name": "data"}, fields), {"spec": spec})

_rwx := {"accessModes": ["ReadWriteMany"], "storageClassName": "fss"}

_once := {"accessModes": ["ReadWriteOnce"], "storageClassName": "fss"}

_severities(found) := {violation.severity | some violation in found}

test_reported[note] if {
	some note, case in {
		"once": {"claims": [_claim({}, _once)], "severities": {"error"}},
		"block volume": {"claims": [_claim({}, {"accessModes": ["ReadWriteMany"], "storageClassName": "oci-bv"})], "severities": {"error"}},
		"default class": {"claims": [_claim({}, {"accessModes": ["ReadWriteMany"]})], "severities": {"warning"}},
		"no class in a patch": {"claims": [_claim({"partial": true}, {"accessModes": ["ReadWriteMany"]})], "severities": set()},
		"class not known": {"claims": [_claim({"unknown": {"spec.storageClassName": "var.c"}}, {"accessModes": ["ReadWriteMany"]})], "severities": set()},
		"once, with a class not known": {"claims": [_claim({"unknown": {"spec.storageClassName": "var.c"}}, {"accessModes": ["ReadWriteOnce"]})], "severities": {"error"}},
		"many": {"claims": [_claim({}, _rwx)], "severities": set()},
		"one of two that may be meant": {"claims": [_claim({}, _once), _claim({"id": "o3", "partial": true}, _rwx)], "severities": set()},
		"another name": {"claims": [_claim({"name": "logs"}, _once)], "severities": set()},
		"another namespace": {"claims": [_claim({"namespace": "bank"}, _once)], "severities": set()},
		"namespace left out": {"claims": [_claim({"namespace": ""}, _once)], "severities": {"error"}},
		"not in the repository": {"claims": [], "severities": set()},
		"junk": {"claims": [_claim({}, "ReadWriteOnce")], "severities": set()},
	}

	found := rule.violations with input as _input("virtual", {"PersistentVolumeClaim": case.claims})
	_severities(found) == case.severities
}

test_points_at_the_volume if {
	found := rule.violations with input as _input("virtual", {"PersistentVolumeClaim": [_claim({}, _once)]})

	some violation in found
	violation.item == "w1"
	violation.path == ["volumes", 2, "persistentVolumeClaim"]
	violation.facts == {"volume": "files", "claim": "data"}
	violation.related == [{"item": "o2", "path": ["spec"], "note": "the claim"}]
}

test_silent_before_claims_were_supported if {
	given := object.union(
		_input("virtual", {"PersistentVolumeClaim": [_claim({}, _once)]}),
		{"facts": {"virtual_nodes_fss_claims": false}},
	)
	count(rule.violations) == 0 with input as given
}

test_silent_on_managed_nodes if {
	count(rule.violations) == 0 with input as _input("managed", {"PersistentVolumeClaim": [_claim({}, _once)]})
}

test_class_not_known_beside_a_default if {
	class := testing.entry("StorageClass", {"name": "block", "annotations": {"storageclass.kubernetes.io/is-default-class": "true"}}, {"provisioner": "blockvolume.csi.oraclecloud.com"})
	claim := _claim({"unknown": {"spec.storageClassName": "var.c"}}, {"accessModes": ["ReadWriteMany"]})
	count(rule.violations) == 0 with input as _input("virtual", {"PersistentVolumeClaim": [claim], "StorageClass": [class]})
}
