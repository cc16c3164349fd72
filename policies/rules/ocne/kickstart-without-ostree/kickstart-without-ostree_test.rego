package rules.ocne["kickstart-without-ostree_test"]

import data.lib.ocne_testing as given
import data.rules.ocne["kickstart-without-ostree"] as rule

_ostree := {"name": "ostreesetup", "options": {"osname": "ock", "url": "", "ref": "ock"}, "names_ock": true}

_boot := {"name": "bootloader", "kernel": {"ignition.config.url": "https", "ignition.platform.id": "metal", "ignition.firstboot": "1", "rd.neednet": "1"}, "open": false}

_file(commands) := {"value": {"commands": commands, "includes": false, "writes_ignition": false, "enables_remount": false}}

test_reported[note] if {
	some note, case in {
		"none": {"given": _file([_boot]), "found": {[[], "own"]}},
		"present": {"given": _file([_boot, _ostree]), "found": set()},
		"container": {"given": _file([_boot, {"name": "ostreecontainer", "options": {}, "names_ock": false}]), "found": set()},
		"may be included": {"given": object.union(_file([_boot]), {"value": {"includes": true}}), "found": set()},
		"for something else": {"given": _file([{"name": "bootloader", "kernel": {"quiet": ""}}]), "found": set()},
	}

	found := rule.violations with input as given.files("kickstart", [case.given])
	{[violation.path, object.get(violation, "severity", "own")] | some violation in found} == case.found
}
