package rules.workload["unsupported-volume-type_test"]

import data.lib.testing
import data.rules.workload["unsupported-volume-type"] as rule

_types := {
	"nfs": ["VNP-07"],
	"iscsi": ["VNP-08"],
	"cephfs": ["VNP-09"],
	"local": ["VNP-10"],
	"ephemeral": ["VNP-11", "VNK-02"],
	"csi": ["VNP-11"],
	"flexVolume": ["VNP-11"],
	"image": ["VNP-11"],
	"gitRepo": ["VNP-11"],
	"awsElasticBlockStore": ["VNP-11"],
	"fc": ["VNP-11"],
	"rbd": ["VNP-11"],
	"typeOfTheFuture": ["VNP-11"],
}

test_reported[type] if {
	some type, requirements in _types

	found := rule.violations with input as testing.volume({type: {}})
	count(found) == 1

	some violation in found
	violation.path == [type]
	violation.requirements == requirements
	violation.facts == {"volume": "data", "type": type}
}

test_claims_of_a_pod[note] if {
	some note, case in {
		"before claims were supported": {"facts": false, "modes": ["ReadWriteMany"], "severity": "error"},
		"since then": {"facts": true, "modes": ["ReadWriteMany"], "severity": "warning"},
		"since then, once": {"facts": true, "modes": ["ReadWriteOnce"], "severity": "error"},
	}

	volume := {"ephemeral": {"volumeClaimTemplate": {"spec": {"accessModes": case.modes, "storageClassName": "fss"}}}}
	given := object.union(testing.volume(volume), {"facts": {"virtual_nodes_fss_claims": case.facts}})
	found := rule.violations with input as given
	{violation.severity | some violation in found} == {case.severity}
}

test_template_that_cannot_be_known[note] if {
	some note, volume in {
		"template": {"ephemeral": {}},
		"its spec": {"ephemeral": {"volumeClaimTemplate": {"metadata": {}}}},
	}
	given := object.union(testing.volume(volume), {"facts": {"virtual_nodes_fss_claims": true}})
	found := rule.violations with input as given
	{violation.severity | some violation in found} == {"warning"}
}

test_other_types_stay_errors if {
	given := object.union(testing.volume({"nfs": {}}), {"facts": {"virtual_nodes_fss_claims": true}})
	found := rule.violations with input as given
	{violation.severity | some violation in found} == {"error"}
}

test_names_the_driver if {
	found := rule.violations with input as testing.volume({"csi": {"driver": "secrets-store.csi.k8s.io"}})

	some violation in found
	violation.facts.type == "csi (secrets-store.csi.k8s.io)"
}

test_beside_a_supported_one if {
	found := rule.violations with input as testing.volume({"emptyDir": {}, "nfs": {"server": "10.0.0.4"}})
	count(found) == 1
}

test_silent[note] if {
	some note, volume in {
		"empty dir": {"emptyDir": {}},
		"config map": {"configMap": {"name": "a"}},
		"secret": {"secret": {"secretName": "a"}},
		"projected": {"projected": {"sources": []}},
		"downward API": {"downwardAPI": {"items": []}},
		"host path": {"hostPath": {"path": "/"}},
		"claim": {"persistentVolumeClaim": {"claimName": "a"}},
		"name only": {},
		"volume by that name": {"name": "nfs", "emptyDir": {}},
		"emptied": {"nfs": null, "emptyDir": {}},
		"spelling that Kubernetes ignores": {"configmap": {"name": "a"}},
	}

	count(rule.violations) == 0 with input as testing.volume(volume)
}

test_silent_where_a_patch_takes_it_away if {
	given := testing.pod_of({"partial": true}, {"volumes": [{"name": "data", "nfs": null}]})
	count(rule.violations) == 0 with input as given
}

test_silent_on_managed_nodes if {
	given := testing.pod_of({"nodes": "managed"}, {"volumes": [object.union({"name": "data"}, {"nfs": {}})]})
	count(rule.violations) == 0 with input as given
}
