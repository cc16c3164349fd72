package lib.claim_test

import data.lib.claim
import data.lib.testing

_index := {
	"StorageClass": [
		testing.entry("StorageClass", {"name": "fss"}, {"provisioner": "fss.csi.oraclecloud.com"}),
		testing.entry("StorageClass", {"name": "block"}, {"provisioner": "blockvolume.csi.oraclecloud.com"}),
		testing.entry("StorageClass", {"name": "any", "unknown": {"provisioner": "var.p"}}, {}),
	],
	"PersistentVolume": [
		testing.entry("PersistentVolume", {"name": "share"}, {"spec": {"csi": {"driver": "fss.csi.oraclecloud.com"}}}),
		testing.entry("PersistentVolume", {"name": "disk"}, {"spec": {"csi": {"driver": "blockvolume.csi.oraclecloud.com"}}}),
		testing.entry("PersistentVolume", {"name": "patched", "partial": true}, {"spec": {"capacity": {}}}),
		testing.entry("PersistentVolume", {"name": "direct"}, {"spec": {"nfs": {"server": "10.0.0.4"}}}),
		testing.entry("PersistentVolume", {"name": "direct, somewhere", "unknown": {"spec.nfs.server": "var.s"}}, {"spec": {"nfs": {"path": "/"}}}),
		testing.entry("PersistentVolume", {"name": "by any driver", "unknown": {"spec.csi.driver": "var.d"}}, {"spec": {"csi": {"volumeHandle": "x"}}}),
		testing.entry("PersistentVolume", {"name": "by any, of Terraform", "unknown": {"spec.persistentVolumeSource.csi.driver": "var.d"}}, {"spec": {"csi": {}}}),
		testing.entry("PersistentVolume", {"name": "of any source", "unknown": {"spec.persistentVolumeSource": "var.s"}}, {"spec": {}}),
		testing.entry("PersistentVolume", {"name": "by CSI, somehow", "unknown": {"spec.csi": "var.c"}}, {"spec": {}}),
		testing.entry("PersistentVolume", {"name": "of any kind", "unknown": {"spec": "var.s"}}, {}),
	],
}

_rwx := {"accessModes": ["ReadWriteMany"]}

test_refused[note] if {
	some note, case in {
		"once": {"spec": {"accessModes": ["ReadWriteOnce"], "storageClassName": "fss"}, "is": 1},
		"many": {"spec": object.union(_rwx, {"storageClassName": "fss"}), "is": 0},
		"many among others": {"spec": {"accessModes": ["ReadWriteOnce", "ReadWriteMany"], "storageClassName": "fss"}, "is": 0},
		"no modes": {"spec": {"storageClassName": "fss"}, "is": 0},
		"a mode that cannot be known": {"spec": {"accessModes": [null], "storageClassName": "fss"}, "is": 0},
		"empty modes": {"spec": {"accessModes": [], "storageClassName": "fss"}, "is": 0},
		"block class": {"spec": object.union(_rwx, {"storageClassName": "block"}), "is": 1},
		"block class of OKE": {"spec": object.union(_rwx, {"storageClassName": "oci-bv"}), "is": 1},
		"the other block class of OKE": {"spec": object.union(_rwx, {"storageClassName": "oci"}), "is": 1},
		"class of a provisioner that cannot be known": {"spec": object.union(_rwx, {"storageClassName": "any"}), "is": 0},
		"class from elsewhere": {"spec": object.union(_rwx, {"storageClassName": "shared"}), "is": 0},
		"no class": {"spec": _rwx, "is": 0},
		"empty class": {"spec": object.union(_rwx, {"storageClassName": ""}), "is": 0},
		"bound to a share": {"spec": object.union(_rwx, {"storageClassName": "", "volumeName": "share"}), "is": 0},
		"bound, whatever the class": {"spec": object.union(_rwx, {"storageClassName": "oci-bv", "volumeName": "share"}), "is": 0},
		"bound, whatever the stated class": {"spec": object.union(_rwx, {"storageClassName": "block", "volumeName": "share"}), "is": 0},
		"bound by nothing": {"spec": object.union(_rwx, {"storageClassName": "block", "volumeName": ""}), "is": 1},
		"bound to a volume of a patch": {"spec": object.union(_rwx, {"volumeName": "patched"}), "is": 0},
		"bound to a disk": {"spec": object.union(_rwx, {"volumeName": "disk"}), "is": 1},
		"bound to direct NFS": {"spec": object.union(_rwx, {"volumeName": "direct"}), "is": 1},
		"bound to direct NFS of an unknown server": {"spec": object.union(_rwx, {"volumeName": "direct, somewhere"}), "is": 1},
		"bound by a driver that cannot be known": {"spec": object.union(_rwx, {"volumeName": "by any driver"}), "is": 0},
		"the same in Terraform": {"spec": object.union(_rwx, {"volumeName": "by any, of Terraform"}), "is": 0},
		"bound to a source that cannot be known": {"spec": object.union(_rwx, {"volumeName": "of any source"}), "is": 0},
		"bound to what CSI is told elsewhere": {"spec": object.union(_rwx, {"volumeName": "by CSI, somehow"}), "is": 0},
		"bound to a volume that cannot be known": {"spec": object.union(_rwx, {"volumeName": "of any kind"}), "is": 0},
		"bound to something elsewhere": {"spec": object.union(_rwx, {"volumeName": "other"}), "is": 0},
		"no spec": {"spec": null, "is": 0},
		"junk": {"spec": {"accessModes": 7, "storageClassName": {}, "volumeName": []}, "is": 0},
	}

	found := [true | claim.refused(case.spec)] with input as {"index": {"objects": _index}}
	count(found) == case.is
}

_marked := {"name": "main", "annotations": {"storageclass.kubernetes.io/is-default-class": "true"}}

_default(provisioner) := {"StorageClass": [testing.entry("StorageClass", _marked, {"provisioner": provisioner})]}

_marked_before := {"name": "main", "annotations": {"storageclass.beta.kubernetes.io/is-default-class": "true"}}

test_default_class[note] if {
	some note, case in {
		"of OKE": {"objects": _index, "spec": _rwx, "refused": 0, "defaulted": 1},
		"of the repository, shared": {"objects": _default("fss.csi.oraclecloud.com"), "spec": _rwx, "refused": 0, "defaulted": 0},
		"of the repository, block": {"objects": _default("blockvolume.csi.oraclecloud.com"), "spec": _rwx, "refused": 1, "defaulted": 0},
		"of the repository, marked as before 1.6": {
			"objects": {"StorageClass": [testing.entry("StorageClass", _marked_before, {"provisioner": "fss.csi.oraclecloud.com"})]},
			"spec": _rwx,
			"refused": 0,
			"defaulted": 0,
		},
		"of the repository, which cannot be known": {
			"objects": {"StorageClass": [testing.entry("StorageClass", object.union(_marked, {"unknown": {"provisioner": "var.p"}}), {})]},
			"spec": _rwx,
			"refused": 0,
			"defaulted": 0,
		},
		"of the repository, not asked for": {
			"objects": _default("blockvolume.csi.oraclecloud.com"),
			"spec": object.union(_rwx, {"storageClassName": "shared"}),
			"refused": 0,
			"defaulted": 0,
		},
		"of the repository, bound": {
			"objects": _default("blockvolume.csi.oraclecloud.com"),
			"spec": object.union(_rwx, {"volumeName": "elsewhere"}),
			"refused": 0,
			"defaulted": 0,
		},
		"empty class": {"objects": _index, "spec": object.union(_rwx, {"storageClassName": ""}), "refused": 0, "defaulted": 0},
		"bound": {"objects": _index, "spec": object.union(_rwx, {"volumeName": "share"}), "refused": 0, "defaulted": 0},
		"junk": {"objects": _index, "spec": "", "refused": 0, "defaulted": 0},
	}

	given := {"index": {"objects": case.objects}}
	refused := [true | claim.refused(case.spec)] with input as given
	defaulted := [true | claim.defaulted(case.spec)] with input as given
	[count(refused), count(defaulted)] == [case.refused, case.defaulted]
}

test_named[note] if {
	some note, case in {
		"same namespace": {"claim": "shop", "workload": "shop", "is": 1},
		"another": {"claim": "bank", "workload": "shop", "is": 0},
		"claim without one": {"claim": "", "workload": "shop", "is": 1},
		"workload without one": {"claim": "shop", "workload": "", "is": 1},
	}

	objects := {"PersistentVolumeClaim": [testing.entry("PersistentVolumeClaim", {"name": "data", "namespace": case.claim}, {})]}
	found := claim.named(case.workload, "data") with input as {"index": {"objects": objects}}
	count(found) == case.is
}

test_nothing_named if count(claim.named("shop", "data")) == 0 with input as {"index": {"objects": {}}}

test_class_of_oke_made_anew if {
	class := testing.entry("StorageClass", {"name": "oci-bv"}, {"provisioner": "fss.csi.oraclecloud.com"})
	spec := object.union(_rwx, {"storageClassName": "oci-bv"})
	not claim.refused(spec) with input as {"index": {"objects": {"StorageClass": [class]}}}
}

test_filled[note] if {
	some note, case in {
		"class": {"unknown": {"spec.storageClassName": "var.c"}, "spec": _rwx, "filled": object.union(_rwx, {"storageClassName": "var.c"})},
		"volume": {"unknown": {"spec.volumeName": "var.v"}, "spec": _rwx, "filled": object.union(_rwx, {"volumeName": "var.v"})},
		"class of another spec": {"unknown": {"spec.template.storageClassName": "var.c"}, "spec": _rwx, "filled": _rwx},
		"something else": {"unknown": {"spec.resources": "var.r"}, "spec": _rwx, "filled": _rwx},
		"nothing": {"unknown": {}, "spec": _rwx, "filled": _rwx},
		"junk": {"unknown": {"spec.volumeName": "var.v"}, "spec": "x", "filled": "x"},
	}
	claim.filled(case.spec, case.unknown, "spec") == case.filled
}
