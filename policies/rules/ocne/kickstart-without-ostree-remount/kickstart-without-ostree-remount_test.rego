package rules.ocne["kickstart-without-ostree-remount_test"]

import data.lib.ocne_testing as given
import data.rules.ocne["kickstart-without-ostree-remount"] as rule

_ostree := {"name": "ostreesetup", "options": {"osname": "ock", "url": "", "ref": "ock"}, "names_ock": true}

_boot := {"name": "bootloader", "kernel": {"ignition.config.url": "https", "ignition.platform.id": "metal", "ignition.firstboot": "1", "rd.neednet": "1"}, "open": false}

_file(commands) := {"value": {"commands": commands, "includes": false, "writes_ignition": false, "enables_remount": false}}

test_reported[note] if {
	some note, case in {
		"none": {"given": _file([_boot, _ostree]), "found": {[[], "own"]}},
		"others": {"given": _file([_ostree, {"name": "services", "options": {"enabled": "sshd,chronyd"}}]), "found": {[[], "own"]}},
		"among others": {"given": _file([_ostree, {"name": "services", "options": {"enabled": "sshd,ostree-remount"}}]), "found": set()},
		"behind a space": {"given": _file([_ostree, {"name": "services", "options": {"enabled": "sshd, ostree-remount"}}]), "found": set()},
		"not known": {"given": _file([_ostree, {"name": "services", "options": {"enabled": ""}}]), "found": set()},
		"by a script": {"given": object.union(_file([_ostree]), {"value": {"enables_remount": true}}), "found": set()},
		"another system": {"given": _file([{"name": "services", "options": {}}]), "found": set()},
	}

	found := rule.violations with input as given.files("kickstart", [case.given])
	{[violation.path, object.get(violation, "severity", "own")] | some violation in found} == case.found
}
