# Kickstart files: which of them install the Oracle Container Host for Kubernetes, and what their commands say.
package lib.kickstart

# METADATA
# description: the Kickstart files
files := [file | some file in input.ocne; file.kind == "kickstart"]

# METADATA
# description: the Kickstart files of OCK, without those whose content is not all there
whole := [file |
	some file in ock
	not file.partial
	not file.value.includes
]

# METADATA
# description: the Kickstart files that install OCK
ock := [file | some file in files; _is_ock(file)]

# METADATA
# description: the indexes of the file's commands of that name
indexes(file, names) := [i | some i, command in file.value.commands; command.name in names]

_is_ock(file) if {
	some command in file.value.commands
	command.name in _content
	command.names_ock
}

_is_ock(file) if {
	not _other_system(file)
	some command in file.value.commands
	some name, _ in command.kernel
	startswith(name, "ignition.")
}

_is_ock(file) if {
	not _other_system(file)
	some command in file.value.commands
	command.name == "services"
	"ostree-remount" in split(command.options.enabled, ",")
}

# OSTree content of a known name that is not OCK's.
_other_system(file) if {
	some command in file.value.commands
	command.name in _content
	not command.names_ock
	not object.get(command.options, "osname", "") in {"", true}
}

_content := {"ostreesetup", "ostreecontainer"}
