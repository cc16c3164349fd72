# Which sources a volume names. Takes volume entries; judges nothing.
package lib.volume

# Every source that the Kubernetes API knows, and `local`, which it knows for PersistentVolumes only.
_known := {
	"awsElasticBlockStore", "azureDisk", "azureFile", "cephfs", "cinder", "configMap", "csi", "downwardAPI", "emptyDir",
	"ephemeral", "fc", "flexVolume", "flocker", "gcePersistentDisk", "gitRepo", "glusterfs", "hostPath", "image", "iscsi",
	"local", "nfs", "persistentVolumeClaim", "photonPersistentDisk", "portworxVolume", "projected", "quobyte", "rbd",
	"scaleIO", "secret", "storageos", "vsphereVolume",
}

_lowered := {lower(source) | some source in _known}

# METADATA
# description: |
#   whether the volume has this source. One without a value counts where no other stands, except in a patch, where it takes the
#   source away. A key that nobody knows counts as a source where no known one stands.
has(volume, source) if {
	volume.value[source] != null
	source in _known
}

has(volume, source) if {
	volume.value[source] == null
	source in _known
	not volume.partial
	not _has_value(volume.value)
}

has(volume, source) if {
	is_object(volume.value[source])
	_unheard_of(source)
	not _names_known(volume.value)
}

# METADATA
# description: an emptyDir, also one that the API makes of a volume without a source
empty_dir(volume) if has(volume, "emptyDir")

empty_dir(volume) if {
	not volume.partial
	not _has_any(volume)
}

# METADATA
# description: whether a dump of the cluster holds it because Kubernetes put it into each pod
injected(volume) if {
	volume.exported
	startswith(volume.name, "kube-api-access-")
}

_has_value(value) if {
	some source, stated in value
	stated != null
	source in _known
}

_names_known(value) if {
	some source, _ in value
	source in _known
}

_has_any(volume) if {
	some source, _ in volume.value
	has(volume, source)
}

# A source by another spelling (`hostpath`) is no source for Kubernetes.
_unheard_of(key) if {
	key != "name"
	not startswith(key, "$")
	not lower(key) in _lowered
}

# METADATA
# description: the positions of downward API items that read a container's requests or limits
resource_fields(items) := {i | some i, item in items; item.resourceFieldRef != null}
