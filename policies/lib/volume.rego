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
#   the sources that the volume states, by key. A source without a value counts where nothing else is stated, except in a patch,
#   where it takes a source away. A key that nobody knows counts as a source where no known one stands.
sources(volume) := stated if {
	stated := {key | some key, source in volume.value; key in _known; source != null}
	count(stated) > 0
} else := stated if {
	stated := {key | some key, _ in volume.value; key in _known; not volume.partial}
	count(stated) > 0
} else := {key | some key, source in volume.value; is_object(source); _unheard_of(key)}

# METADATA
# description: an emptyDir, also one that the API makes of a volume without a source
empty_dir(volume) if "emptyDir" in sources(volume)

empty_dir(volume) if {
	not volume.partial
	count(sources(volume)) == 0
}

# METADATA
# description: whether a dump of the cluster holds it because Kubernetes put it into each pod
injected(volume) if {
	volume.exported
	startswith(volume.name, "kube-api-access-")
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
