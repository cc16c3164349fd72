package rules.join["local-storage-class_test"]

import data.lib.testing
import data.rules.join["local-storage-class"] as rule

# A pod that mounts the claim `data`, and the objects of the repository.
_input(nodes, objects) := {
	"facts": {"virtual_nodes_fss_claims": true},
	"index": {
		"pods": [{"id": "w1", "kind": "Deployment", "name": "web", "nodes": nodes, "namespace": "shop", "claims": [{"volume": "files", "index": 2, "claim": "data"}]}],
		"objects": objects,
	},
}

_claim(fields, spec) := testing.entry("PersistentVolumeClaim", object.union({"id": "o2", "group": "", "name": "data"}, fields), {"spec": spec})

_class(fields, provisioner) := testing.entry(
	"StorageClass",
	object.union({"id": "o1", "group": "storage.k8s.io", "name": "disks"}, fields),
	{"provisioner": provisioner},
)

_local := _class({}, "kubernetes.io/no-provisioner")

_of_class := {"storageClassName": "disks"}

test_reported[note] if {
	some note, case in {
		"claim of a virtual workload": {"class": _local, "claim": _claim({}, _of_class), "nodes": "virtual", "count": 1},
		"claim of one that may land there": {"class": _local, "claim": _claim({}, _of_class), "nodes": "mixed-unknown", "count": 1},
		"claim of a managed workload": {"class": _local, "claim": _claim({}, _of_class), "nodes": "managed", "count": 0},
		"claim that nobody mounts": {"class": _local, "claim": _claim({"name": "logs"}, _of_class), "nodes": "virtual", "count": 0},
		"another class": {"class": _local, "claim": _claim({}, {"storageClassName": "fss"}), "nodes": "virtual", "count": 0},
		"claim that states none": {"class": _local, "claim": _claim({}, {}), "nodes": "virtual", "count": 0},
		"provisioner": {"class": _class({}, "fss.csi.oraclecloud.com"), "claim": _claim({}, _of_class), "nodes": "virtual", "count": 0},
		"kind of another group": {
			"class": _class({"group": "example.com"}, "kubernetes.io/no-provisioner"),
			"claim": _claim({}, _of_class),
			"nodes": "virtual",
			"count": 0,
		},
		"junk": {"class": _local, "claim": _claim({}, ["disks"]), "nodes": "virtual", "count": 0},
	}

	given := _input(case.nodes, {"StorageClass": [case.class], "PersistentVolumeClaim": [case.claim]})
	found := rule.violations with input as given
	count(found) == case.count
}

test_points_at_the_provisioner if {
	given := _input("virtual", {"StorageClass": [_local], "PersistentVolumeClaim": [_claim({}, _of_class)]})
	found := rule.violations with input as given

	some violation in found
	violation.item == "o1"
	violation.path == ["provisioner"]
	violation.facts == {"users": ["Deployment web"]}
	violation.related == [{"item": "o2", "path": ["spec", "storageClassName"], "note": "asks for this class"}]
}

test_claim_templates[nodes] if {
	some nodes, expected in {"virtual": 1, "managed": 0}
	owner := testing.entry(
		"StatefulSet",
		{"id": "o3", "name": "db", "nodes": nodes},
		{"spec": {"volumeClaimTemplates": [{"spec": _of_class}]}},
	)
	found := rule.violations with input as _input("managed", {"StorageClass": [_local], "StatefulSet": [owner]})
	count(found) == expected
}
