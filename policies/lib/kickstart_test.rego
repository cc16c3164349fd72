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
		"a server": {"given": [{"name": "bootloader", "options": {}, "kernel": {"quiet": ""}}], "found": 0},
		"nothing": {"given": [], "found": 0},
	}

	count(kickstart.ock) == case.found with input as given.files("kickstart", [{"value": {"commands": case.given}}])
}
