package rules.join["unsupported-claim_test"]

import data.lib.testing
import data.rules.join["unsupported-claim"] as rule

_input(facts, users, spec) := {
	"facts": {"virtual_nodes_fss_claims": facts},
	"index": {
		"pods": [{"id": "w1", "nodes": nodes, "namespace": "shop", "claims": [{"volume": "a", "index": 0, "claim": "data"}]} | some nodes in users],
		"objects": {"PersistentVolumeClaim": [testing.entry("PersistentVolumeClaim", {"id": "o2", "group": "", "name": "data"}, {"spec": spec})]},
	},
}

test_claims[note] if {
	rwx := {"accessModes": ["ReadWriteMany"], "storageClassName": "fss"}
	once := {"accessModes": ["ReadWriteOnce"], "storageClassName": "fss"}
	some note, case in {
		"seed, used": {"given": _input(false, ["virtual"], rwx), "severities": {"error"}},
		"seed, unused": {"given": _input(false, [], rwx), "severities": {"warning"}},
		"seed, managed user": {"given": _input(false, ["managed"], rwx), "severities": set()},
		"later, many": {"given": _input(true, ["virtual"], rwx), "severities": set()},
		"later, once": {"given": _input(true, ["virtual"], once), "severities": {"error"}},
		"later, once, unused": {"given": _input(true, [], once), "severities": {"warning"}},
		"later, default class": {"given": _input(true, ["virtual"], {"accessModes": ["ReadWriteMany"]}), "severities": {"warning"}},
		"later, block": {"given": _input(true, ["virtual"], {"accessModes": ["ReadWriteMany"], "storageClassName": "oci-bv"}), "severities": {"error"}},
	}
	found := rule.violations with input as case.given
	{violation.severity | some violation in found} == case.severities
}

test_templates[nodes] if {
	some nodes, expected in {"virtual": 1, "managed": 0}
	owner := testing.entry("StatefulSet", {"id": "o3", "nodes": nodes}, {"spec": {"volumeClaimTemplates": [{"spec": {}}]}})
	given := {"facts": {"virtual_nodes_fss_claims": false}, "index": {"pods": [], "objects": {"StatefulSet": [owner]}}}
	count(rule.violations) == expected with input as given
}

test_templates_of_custom_resources[nodes] if {
	path := ["spec", "nodeSets", 1, "volumeClaimTemplates", 0]
	pod := {"id": "w1", "object": "o3", "claims": [], "claim_templates": [{"path": path, "spec": {"accessModes": ["ReadWriteOnce"]}}]}
	some nodes, expected in {"virtual": {["o3", path]}, "managed": set()}
	found := rule.violations with input as {
		"facts": {"virtual_nodes_fss_claims": true},
		"index": {"pods": [object.union(pod, {"nodes": nodes})], "objects": {}},
	}
	{[violation.item, violation.path] | some violation in found} == expected
}

test_claims_of_other_apis if {
	given := _input(false, ["virtual"], {})
	patched := json.patch(given, [{"op": "replace", "path": "/index/objects/PersistentVolumeClaim/0/group", "value": "example.com"}])
	count(rule.violations) == 0 with input as patched
}

test_claims_that_nobody_mounts[note] if {
	many := {"accessModes": ["ReadWriteMany"], "storageClassName": "fss"}
	some note, case in {
		"on managed nodes": {"facts": false, "fields": {"nodes": "managed"}, "spec": many, "severities": set()},
		"supported": {"facts": true, "fields": {}, "spec": many, "severities": set()},
		"of a class not known": {"facts": true, "fields": {"unknown": {"spec.storageClassName": "var.c"}}, "spec": {"accessModes": ["ReadWriteMany"]}, "severities": set()},
		"of the default class": {"facts": true, "fields": {}, "spec": {"accessModes": ["ReadWriteMany"]}, "severities": {"warning"}},
		"a patch, whose class may stand elsewhere": {"facts": true, "fields": {"partial": true}, "spec": {"accessModes": ["ReadWriteMany"]}, "severities": set()},
	}
	claim := testing.entry("PersistentVolumeClaim", object.union({"id": "o2", "group": "", "name": "data"}, case.fields), {"spec": case.spec})
	found := rule.violations with input as {
		"facts": {"virtual_nodes_fss_claims": case.facts},
		"index": {"pods": [], "objects": {"PersistentVolumeClaim": [claim]}},
	}
	{violation.severity | some violation in found} == case.severities
}

test_templates_of_a_class_not_known[place] if {
	some place, expected in {"spec.volumeClaimTemplates.0.spec.storageClassName": 0, "spec.volumeClaimTemplates.1.spec.storageClassName": 1}
	value := {"spec": {"volumeClaimTemplates": [{"spec": {"accessModes": ["ReadWriteMany"]}}]}}
	owner := testing.entry("StatefulSet", {"id": "o3", "unknown": {place: "var.c"}}, value)
	given := {"facts": {"virtual_nodes_fss_claims": true}, "index": {"pods": [], "objects": {"StatefulSet": [owner]}}}
	count(rule.violations) == expected with input as given
}

test_mounted_claim_of_a_class_not_known if {
	given := _input(true, ["virtual"], {"accessModes": ["ReadWriteMany"]})
	unknown := json.patch(given, [{"op": "replace", "path": "/index/objects/PersistentVolumeClaim/0/unknown", "value": {"spec.storageClassName": "var.c"}}])
	count(rule.violations) == 0 with input as unknown
}

test_says_why[note] if {
	some note, case in {
		"seed": {"facts": false, "spec": {"accessModes": ["ReadWriteOnce"]}, "reason": "before 2026-08-28 they attached none"},
		"seed, junk": {"facts": false, "spec": "x", "reason": "before 2026-08-28 they attached none"},
		"mode": {"facts": true, "spec": {"accessModes": ["ReadWriteOnce", "ReadOnlyMany"], "storageClassName": "fss"}, "reason": "its access mode is ReadWriteOnce and ReadOnlyMany, not ReadWriteMany"},
		"class": {"facts": true, "spec": {"accessModes": ["ReadWriteMany"], "storageClassName": "oci-bv"}, "reason": "it is not on File Storage"},
		"no class": {"facts": true, "spec": {"accessModes": ["ReadWriteMany"]}, "reason": "without a storage class it becomes a block volume"},
	}
	found := rule.violations with input as _input(case.facts, ["virtual"], case.spec)
	{violation.facts.reason | some violation in found} == {case.reason}
}
