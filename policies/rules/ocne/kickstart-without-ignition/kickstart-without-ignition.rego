# METADATA
# title: Kickstart file that does not lead to Ignition
# description: |
#   After the installation it is Ignition that makes a node of the host. It runs only on a first boot that the
#   kernel arguments announce, needs to be told the platform and where its file is, and needs the network
#   early when that file is on a server.
# related_resources:
#   - description: Bring your own infrastructure, OCNE documentation
#     ref: https://github.com/oracle-cne/ocne/blob/main/doc/cluster-management/byo.md
#   - description: Ignition, supported platforms
#     ref: https://coreos.github.io/ignition/supported-platforms/
# custom:
#   severity: error
#   target: any
#   requirements: [OCN-18]
#   message: "{subject} boots without {missing}."
#   remediation: "Add the arguments to `bootloader --append`, as in `rw ip=dhcp rd.neednet=1 ignition.platform.id=metal ignition.firstboot=1 ignition.config.url=https://…`."
package rules.ocne["kickstart-without-ignition"]

import data.lib.kickstart
import data.lib.violation

violations contains violation.at(file, _place(file), {"missing": missing}) if {
	some file in kickstart.whole
	not _open(file)
	lines := [command.kernel | some command in file.value.commands; command.name == "bootloader"]
	kernel := object.union_n(array.concat([{}], lines))
	missing := array.concat(_ignition(file, kernel), _network(kernel))
	count(missing) > 0
}

_ignition(file, kernel) := [name |
	some name in ["ignition.config.url", "ignition.platform.id", "ignition.firstboot"]
	object.get(kernel, name, "0") in _off[name]
	not _brought(file, name)
]

_network(kernel) := ["rd.neednet=1"] if {
	kernel["ignition.config.url"] in {"http", "https"}
	object.get(kernel, "rd.neednet", "0") == "0"
} else := []

_off := {
	"ignition.config.url": {"0"},
	"ignition.platform.id": {"0"},
	"ignition.firstboot": {"0", "no", "off"},
}

# A script of the installation may put the Ignition file onto the disk.
_brought(file, "ignition.config.url") if file.value.writes_ignition

_open(file) if {
	some command in file.value.commands
	command.name == "bootloader"
	command.open
}

_place(file) := ["commands", max(kickstart.indexes(file, {"bootloader"}))] if {
	count(kickstart.indexes(file, {"bootloader"})) > 0
} else := ["commands", max(kickstart.indexes(file, {"ostreesetup", "ostreecontainer"}))] if {
	count(kickstart.indexes(file, {"ostreesetup", "ostreecontainer"})) > 0
} else := []
