# What a PersistentVolumeClaim asks for, against what virtual nodes mount: File Storage, ReadWriteMany.
# Takes claim specs, also those of claim templates, and looks classes and volumes up in the index.
package lib.claim

_file_storage := "fss.csi.oraclecloud.com"

# Classes that OKE makes in each cluster: block volumes.
_block_classes := {"oci", "oci-bv"}

# METADATA
# description: the claims of the repository by name
by_name[claim.name] contains claim if some claim in input.index.objects.PersistentVolumeClaim

# METADATA
# description: the claims that a workload of this namespace may mean by the name; a namespace left out fits any
named(namespace, name) := {claim | some claim in by_name[name]; claim.namespace in {namespace, ""}} if {
	namespace != ""
} else := object.get(by_name, name, set())

# METADATA
# description: |
#   the spec with a text for a class or volume that cannot be known, so that it counts as stated; `unknown` is that of the entry whose
#   `place` (dotted path) the spec stands at
filled(spec, unknown, place) := object.union({name: text | some name in ["storageClassName", "volumeName"]; text := unknown[$"{place}.{name}"]}, spec) if {
	is_object(spec)
} else := spec

# METADATA
# description: what is wrong with it, as the end of a sentence
fault(spec) := $"its access mode is {concat(" and ", spec.accessModes)}, not ReadWriteMany" if {
	_one_node(spec)
} else := "it is not on File Storage" if {
	refused(spec)
} else := "without a storage class it becomes a block volume"

_one_node(spec) if {
	count(spec.accessModes) > 0
	every mode in spec.accessModes {
		is_string(mode) # One that cannot be known is null.
		mode != "ReadWriteMany"
	}
}

# METADATA
# description: provably something else than File Storage mounted ReadWriteMany
refused(spec) if _one_node(spec)

refused(spec) if {
	not _bound(spec)
	provisioners := _provisioners[spec.storageClassName]
	not _file_storage in provisioners
}

refused(spec) if {
	not _bound(spec)
	spec.storageClassName in _block_classes
	not _provisioners[spec.storageClassName]
}

refused(spec) if {
	not _states_class(spec)
	not _bound(spec)
	count(_default_provisioners) > 0
	not _file_storage in _default_provisioners
}

refused(spec) if {
	drivers := _drivers[spec.volumeName]
	not _file_storage in drivers
}

# METADATA
# description: states no class where the repository sets no default, so that OKE's own applies, a block volume
defaulted(spec) if {
	is_object(spec)
	not _states_class(spec)
	not _bound(spec)
	count(_default_provisioners) == 0
}

_states_class(spec) if spec.storageClassName != null

# A volume named by the claim decides, whatever the class.
_bound(spec) if {
	name := spec.volumeName
	not name in {"", null}
}

_provisioners[class.name] contains _provisioner(class) if some class in input.index.objects.StorageClass

_default_provisioners contains _provisioner(class) if {
	some class in input.index.objects.StorageClass
	some key in ["storageclass.kubernetes.io/is-default-class", "storageclass.beta.kubernetes.io/is-default-class"]
	class.annotations[key] == "true"
}

_drivers[volume.name] contains _driver(volume) if {
	some volume in input.index.objects.PersistentVolume
	not volume.partial
}

# What cannot be known may be File Storage.
_provisioner(class) := _file_storage if {
	class.unknown.provisioner
} else := class.value.provisioner

_driver(volume) := _file_storage if {
	some path, _ in volume.unknown
	regex.match(`^spec(\.persistentVolumeSource)?(\.csi(\.driver)?)?$`, path)
} else := object.get(volume.value, ["spec", "csi", "driver"], "")
