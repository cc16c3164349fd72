package lib.volume_test

import data.lib.volume

test_has[note] if {
	some note, case in {
		"one": {"value": {"name": "a", "nfs": {}}, "sources": {"nfs"}},
		"two": {"value": {"name": "a", "nfs": {}, "emptyDir": {}}, "sources": {"nfs", "emptyDir"}},
		"none": {"value": {"name": "a"}, "sources": set()},
		"without a value": {"value": {"name": "a", "hostPath": null}, "sources": {"hostPath"}},
		"a value beats none": {"value": {"name": "a", "hostPath": null, "emptyDir": {}}, "sources": {"emptyDir"}},
		"taken away by a patch": {"value": {"name": "a", "hostPath": null}, "partial": true, "sources": set()},
		"patch directive": {"value": {"name": "a", "$patch": "replace"}, "sources": set()},
		"another spelling": {"value": {"name": "a", "hostpath": {}}, "sources": set()},
		"one that nobody knows yet": {"value": {"name": "a", "memoryDisk": {}}, "sources": {"memoryDisk"}},
		"nobody knows, without a value": {"value": {"name": "a", "memoryDisk": null}, "sources": set()},
		"with a sign in its name": {"value": {"name": "a", "memory$disk": {}}, "sources": {"memory$disk"}},
		"directive that nobody knows": {"value": {"name": "a", "$later": {}}, "sources": set()},
		"a name that is none": {"value": {"name": {}}, "sources": set()},
		"a field at the wrong depth": {"value": {"name": "a", "configMap": {}, "labels": {}}, "sources": {"configMap"}},
		"beside a source that is taken away": {"value": {"name": "a", "nfs": null, "memoryDisk": {}}, "sources": {"nfs"}},
	}

	entry := {"value": case.value, "partial": object.get(case, "partial", false)}
	{source | some source, _ in case.value; volume.has(entry, source)} == case.sources
}

# Beside a key that nobody knows, each source that Kubernetes knows is the only one; in other spellings, none at all.
test_known_sources[source] if {
	some source in [
		"awsElasticBlockStore", "azureDisk", "azureFile", "cephfs", "cinder", "configMap", "csi", "downwardAPI", "emptyDir",
		"ephemeral", "fc", "flexVolume", "flocker", "gcePersistentDisk", "gitRepo", "glusterfs", "hostPath", "image", "iscsi",
		"local", "nfs", "persistentVolumeClaim", "photonPersistentDisk", "portworxVolume", "projected", "quobyte", "rbd",
		"scaleIO", "secret", "storageos", "vsphereVolume",
	]
	stated := {"partial": false, "value": {source: {}, "extra": {}}}
	volume.has(stated, source)
	not volume.has(stated, "extra")
	not volume.has({"partial": false, "value": {upper(source): {}}}, upper(source))
}

test_has_not_what_is_not_there if not volume.has({"value": {"name": "a"}, "partial": false}, "nfs")

test_empty_dir[note] if {
	some note, case in {
		"stated": {"volume": {"value": {"emptyDir": {}}, "partial": false}, "is": true},
		"without a value": {"volume": {"value": {"emptyDir": null}, "partial": false}, "is": true},
		"name only": {"volume": {"value": {"name": "a"}, "partial": false}, "is": true},
		"name only in a patch": {"volume": {"value": {"name": "a"}, "partial": true}, "is": false},
		"other": {"volume": {"value": {"secret": {}}, "partial": false}, "is": false},
	}

	found := [true | volume.empty_dir(case.volume)]
	count(found) == to_number(case.is)
}

test_injected[note] if {
	some note, case in {
		"dumped": {"volume": {"name": "kube-api-access-x7k2p", "exported": true}, "is": 1},
		"written": {"volume": {"name": "kube-api-access-x7k2p", "exported": false}, "is": 0},
		"another of a like name in a dump": {"volume": {"name": "my-kube-api-access-x", "exported": true}, "is": 0},
		"another in a dump": {"volume": {"name": "token", "exported": true}, "is": 0},
	}

	count([true | volume.injected(case.volume)]) == case.is
}

test_resource_fields if {
	items := [{"fieldRef": {}}, {"resourceFieldRef": {"resource": "limits.cpu"}}, {"resourceFieldRef": null}, "x"]
	volume.resource_fields(items) == {1}
}
