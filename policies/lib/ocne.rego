# What the configurations of Oracle Cloud Native Environment say, with the defaults file and OCNE's own defaults beneath them.
package lib.ocne

# METADATA
# description: the cluster configurations
clusters := [file | some file in input.ocne; file.kind == "cluster"]

# METADATA
# description: the defaults files; as a rule one at most
defaults := [file | some file in input.ocne; file.kind == "defaults"]

# METADATA
# description: cluster configurations and defaults files
configurations := array.concat(clusters, defaults)

# METADATA
# description: the file states something at the path
stated(file, path) if not object.get(file.value, path, null) in {null, ""}

# METADATA
# description: the file provably states nothing at the path
unset(file, path) if {
	not file.partial
	not stated(file, path)
	not _unknown(file, path)
}

# METADATA
# description: neither the file nor a defaults file states anything at the path
unset_everywhere(file, path) if {
	unset(file, path)
	every other in defaults {
		unset(other, path)
	}
}

# METADATA
# description: the file has the key, whatever its value
has(file, path) if {
	parent := object.get(file.value, array.slice(path, 0, count(path) - 1), {})
	path[count(path) - 1] in object.keys(parent)
}

# METADATA
# description: a configuration for own hardware
byo(file) if file.value.provider == "byo"

# A file with settings for several providers is made for any of them.
byo(file) if {
	unset(file, ["provider"])
	object.keys(file.value.providers) == {"byo"}
}

# METADATA
# description: the networks of that role, from the file, the defaults file or OCNE's own defaults; none when they are not known
networks(file, role) := own if {
	stated(file, _paths[role])
	own := _own(file, role)
} else := set() if {
	_unknown(file, _paths[role])
} else := _own(defaults[0], role) if {
	count(defaults) == 1
	stated(defaults[0], _paths[role])
} else := set() if {
	some other in defaults
	not unset(other, _paths[role])
} else := _builtin[role]

# METADATA
# description: where the networks of a role are stated
path(role) := _paths[role]

# METADATA
# description: two versions are the same as far as both are stated
agree(one, other) if {
	common := min([count(one), count(other)])
	array.slice(one, 0, common) == array.slice(other, 0, common)
}

_own(file, role) := {network.cidr | some network in file.networks; network.role == role}

_unknown(file, path) if {
	some length in numbers.range(1, count(path))
	file.unknown[concat(".", array.slice(path, 0, length))]
}

_paths := {
	"pods": ["podSubnet"],
	"services": ["serviceSubnet"],
	"virtual-ip": ["virtualIp"],
	"load-balancer": ["loadBalancer"],
	"no-proxy": ["proxy", "noProxy"],
}

_builtin := {
	"pods": {"10.244.0.0/16"},
	"services": {"10.96.0.0/12"},
	"virtual-ip": set(),
	"load-balancer": set(),
	"no-proxy": set(),
}
