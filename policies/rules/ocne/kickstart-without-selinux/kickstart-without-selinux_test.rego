package rules.ocne["kickstart-without-selinux_test"]

import data.lib.ocne_testing as given
import data.rules.ocne["kickstart-without-selinux"] as rule

_ostree := {"name": "ostreesetup", "options": {"osname": "ock", "url": "", "ref": "ock"}, "names_ock": true}

_enforcing := {"name": "selinux", "options": {"enforcing": true}}

_boot := {"name": "bootloader", "kernel": {"ignition.config.url": "https", "ignition.platform.id": "metal", "ignition.firstboot": "1", "rd.neednet": "1"}, "open": false}

_file(commands) := {"value": {"commands": commands, "includes": false, "writes_ignition": false, "enables_remount": false}}

test_reported[note] if {
	some note, case in {
		"disabled": {"given": _file([_ostree, {"name": "selinux", "options": {"disabled": true}}]), "found": {[["commands", 1], "own"]}},
		"permissive": {"given": _file([_ostree, {"name": "selinux", "options": {"permissive": true}}]), "found": {[["commands", 1], "own"]}},
		"enforcing": {"given": _file([_ostree, {"name": "selinux", "options": {"enforcing": true}}]), "found": set()},
		"services switched off": {"given": _file([_ostree, _enforcing, {"name": "services", "options": {"disabled": "firewalld"}}]), "found": set()},
		"not stated": {"given": _file([_ostree]), "found": {[[], "own"]}},
		"not all there": {"given": object.union(_file([_ostree]), {"partial": true}), "found": set()},
		"kernel argument": {"given": _file([_ostree, _enforcing, {"name": "bootloader", "options": {}, "kernel": {"enforcing": "0"}}]), "found": {[["commands", 2], "own"]}},
		"kernel argument not known": {"given": _file([_ostree, _enforcing, {"name": "bootloader", "options": {}, "kernel": {"selinux": ""}}]), "found": set()},
		"another system": {"given": _file([{"name": "selinux", "options": {"disabled": true}}]), "found": set()},
	}

	found := rule.violations with input as given.files("kickstart", [case.given])
	{[violation.path, object.get(violation, "severity", "own")] | some violation in found} == case.found
}
