package rules.ocne["unlabelled-kickstart-partition_test"]

import data.lib.ocne_testing as given
import data.rules.ocne["unlabelled-kickstart-partition"] as rule

_ostree := {"name": "ostreesetup", "options": {"osname": "ock", "url": "", "ref": "ock"}, "names_ock": true}

_boot := {"name": "bootloader", "kernel": {"ignition.config.url": "https", "ignition.platform.id": "metal", "ignition.firstboot": "1", "rd.neednet": "1"}, "open": false}

_file(commands) := {"value": {"commands": commands, "includes": false, "writes_ignition": false, "enables_remount": false}}

test_reported[note] if {
	some note, case in {
		"none": {"given": _file([_ostree, {"name": "part", "mount": "/", "options": {}}]), "found": {[["commands", 1], "own"]}},
		"other": {"given": _file([_ostree, {"name": "part", "mount": "/boot", "options": {"label": "root"}}]), "found": {[["commands", 1], "own"]}},
		"automatic": {"given": _file([_ostree, {"name": "autopart", "options": {}}]), "found": {[["commands", 1], "own"]}},
		"right": {"given": _file([_ostree, {"name": "part", "mount": "/boot/efi", "options": {"label": "efi"}}]), "found": set()},
		"not known": {"given": _file([_ostree, {"name": "part", "mount": "/", "options": {"label": ""}}]), "found": set()},
		"data": {"given": _file([_ostree, {"name": "part", "mount": "/var/lib", "options": {}}]), "found": set()},
		"another system": {"given": _file([{"name": "part", "mount": "/", "options": {}}]), "found": set()},
	}

	found := rule.violations with input as given.files("kickstart", [case.given])
	{[violation.path, object.get(violation, "severity", "own")] | some violation in found} == case.found
}
