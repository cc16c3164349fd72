package lib.kickstart_test

import data.lib.kickstart
import data.lib.ocne_testing as given

test_ock[note] if {
	some note, case in {
		"by its name": {"given": [{"name": "ostreesetup", "options": {"osname": "ock"}, "names_ock": true}], "found": 1},
		"by its container": {"given": [{"name": "ostreecontainer", "options": {}, "names_ock": true}], "found": 1},
		"by first boot": {"given": [{"name": "bootloader", "options": {}, "kernel": {"ignition.firstboot": "1"}}], "found": 1},
		"by its service": {"given": [{"name": "services", "options": {"enabled": "sshd,ostree-remount"}}], "found": 1},
		"name that is not known": {
			"given": [
				{"name": "ostreesetup", "options": {"osname": ""}, "names_ock": false},
				{"name": "services", "options": {"enabled": "ostree-remount"}},
			],
			"found": 1,
		},
		"another system with Ignition": {
			"given": [
				{"name": "ostreesetup", "options": {"osname": "fedora-iot"}, "names_ock": false},
				{"name": "bootloader", "options": {}, "kernel": {"ignition.firstboot": "1"}},
			],
			"found": 0,
		},
		"another system with the service": {
			"given": [
				{"name": "ostreecontainer", "options": {"osname": "fedora-iot"}, "names_ock": false},
				{"name": "services", "options": {"enabled": "ostree-remount"}},
			],
			"found": 0,
		},
		"name that stands alone": {
			"given": [
				{"name": "ostreesetup", "options": {"osname": true}, "names_ock": false},
				{"name": "services", "options": {"enabled": "ostree-remount"}},
			],
			"found": 1,
		},
		"name in another command": {
			"given": [
				{"name": "user", "options": {"osname": "fedora-iot"}},
				{"name": "services", "options": {"enabled": "ostree-remount"}},
			],
			"found": 1,
		},
		"another command that names it": {"given": [{"name": "url", "options": {}, "names_ock": true}], "found": 0},
		"another argument": {"given": [{"name": "bootloader", "options": {}, "kernel": {"my.ignition.firstboot": "1"}}], "found": 0},
		"another service": {"given": [{"name": "services", "options": {"enabled": "sshd,ostree-remounted"}}], "found": 0},
		"service that is off": {"given": [{"name": "services", "options": {"disabled": "ostree-remount"}}], "found": 0},
		"option of another command": {"given": [{"name": "firewall", "options": {"enabled": "ostree-remount"}}], "found": 0},
		"a server": {"given": [{"name": "bootloader", "options": {}, "kernel": {"quiet": ""}}], "found": 0},
		"nothing": {"given": [], "found": 0},
	}

	count(kickstart.ock) == case.found with input as given.files("kickstart", [{"value": {"commands": case.given}}])
}

_ock := [{"name": "ostreesetup", "options": {"osname": "ock"}, "names_ock": true}, {"name": "user", "options": {}}, {"name": "ostreesetup", "options": {}}]

test_whole[note] if {
	some note, case in {
		"all there": {"file": {}, "value": {}, "count": 1},
		"template": {"file": {"partial": true}, "value": {}, "count": 0},
		"that includes others": {"file": {}, "value": {"includes": true}, "count": 0},
		"of another kind": {"file": {"kind": "ignition"}, "value": {}, "count": 0},
	}
	file := object.union({"kind": "kickstart", "value": object.union({"commands": _ock}, case.value)}, case.file)
	found := kickstart.whole with input as given.clusters([file])
	count(found) == case.count
}

test_indexes if {
	file := {"value": {"commands": _ock}}
	kickstart.indexes(file, {"ostreesetup", "ostreecontainer"}) == [0, 2]
	kickstart.indexes(file, {"reboot"}) == []
}
