package rules.ocne["kickstart-without-ignition_test"]

import data.lib.ocne_testing as given
import data.rules.ocne["kickstart-without-ignition"] as rule

_ostree := {"name": "ostreesetup", "options": {"osname": "ock", "url": "", "ref": "ock"}, "names_ock": true}

_boot := {"name": "bootloader", "kernel": {"ignition.config.url": "https", "ignition.platform.id": "metal", "ignition.firstboot": "1", "rd.neednet": "1"}, "open": false}

_file(commands) := {"value": {"commands": commands, "includes": false, "writes_ignition": false, "enables_remount": false}}

_with(kernel) := _file([_ostree, {"name": "bootloader", "kernel": kernel, "open": false}])

test_reported[note] if {
	some note, case in {
		"nothing": {"given": _with({}), "found": {["ignition.config.url", "ignition.platform.id", "ignition.firstboot"]}},
		"no bootloader": {"given": _file([_ostree]), "found": {["ignition.config.url", "ignition.platform.id", "ignition.firstboot"]}},
		"no network": {"given": _with(object.remove(_boot.kernel, ["rd.neednet"])), "found": {["rd.neednet=1"]}},
		"network switched off": {"given": _with(object.union(_boot.kernel, {"rd.neednet": "0"})), "found": {["rd.neednet=1"]}},
		"first boot switched off": {"given": _with(object.union(_boot.kernel, {"ignition.firstboot": "0"})), "found": {["ignition.firstboot"]}},
		"first boot without a value": {"given": _with(object.union(_boot.kernel, {"ignition.firstboot": ""})), "found": set()},
		"network not known": {"given": _with(object.union(_boot.kernel, {"rd.neednet": ""})), "found": set()},
		"no platform": {"given": _with(object.remove(_boot.kernel, ["ignition.platform.id"])), "found": {["ignition.platform.id"]}},
		"all": {"given": _file([_boot, _ostree]), "found": set()},
		"in two lines": {
			"given": _file([_ostree, _boot, {"name": "bootloader", "kernel": {"rw": ""}, "open": false}]),
			"found": set(),
		},
		"file on the disk": {
			"given": object.union(_with({"ignition.platform.id": "metal", "ignition.firstboot": "1"}), {"value": {"writes_ignition": true}}),
			"found": set(),
		},
		"words that are not known": {"given": _file([_ostree, {"name": "bootloader", "kernel": {}, "open": true}]), "found": set()},
		"another system": {"given": _file([{"name": "bootloader", "kernel": {}, "open": false}]), "found": set()},
		"first boot refused": {"given": _with(object.union(_boot.kernel, {"ignition.firstboot": "no"})), "found": {["ignition.firstboot"]}},
		"first boot off": {"given": _with(object.union(_boot.kernel, {"ignition.firstboot": "off"})), "found": {["ignition.firstboot"]}},
		"no network, without TLS": {"given": _with({"ignition.config.url": "http", "ignition.platform.id": "metal", "ignition.firstboot": "1"}), "found": {["rd.neednet=1"]}},
		"no network, from elsewhere": {"given": _with({"ignition.config.url": "oem", "ignition.platform.id": "metal", "ignition.firstboot": "1"}), "found": set()},
		"other words that are not known": {"given": _file([_ostree, {"name": "part", "open": true}, {"name": "bootloader", "kernel": object.remove(_boot.kernel, ["ignition.platform.id"]), "open": false}]), "found": {["ignition.platform.id"]}},
	}

	found := rule.violations with input as given.files("kickstart", [case.given])
	{violation.facts.missing | some violation in found} == case.found
}

test_place[note] if {
	boot := {"name": "bootloader", "kernel": {}, "open": false}
	container := {"name": "ostreecontainer", "options": {}, "names_ock": true}
	services := {"name": "services", "options": {"enabled": "sshd,ostree-remount"}}
	some note, case in {
		"last boot loader": {"commands": [boot, _ostree, boot, {"name": "reboot"}], "path": ["commands", 2]},
		"archive": {"commands": [{"name": "text"}, _ostree, {"name": "reboot"}], "path": ["commands", 1]},
		"container": {"commands": [{"name": "text"}, container], "path": ["commands", 1]},
		"neither": {"commands": [services], "path": []},
	}
	found := rule.violations with input as given.files("kickstart", [_file(case.commands)])
	[violation.path | some violation in found] == [case.path]
}
