package rules.ocne["incomplete-ostreesetup_test"]

import data.lib.ocne_testing as given
import data.rules.ocne["incomplete-ostreesetup"] as rule

_ostree := {"name": "ostreesetup", "options": {"osname": "ock", "url": "", "ref": "ock"}, "names_ock": true}

_boot := {"name": "bootloader", "kernel": {"ignition.config.url": "https", "ignition.platform.id": "metal", "ignition.firstboot": "1", "rd.neednet": "1"}, "open": false}

_file(commands) := {"value": {"commands": commands, "includes": false, "writes_ignition": false, "enables_remount": false}}

test_reported[note] if {
	some note, case in {
		"no branch": {"given": _file([_boot, object.remove(_ostree, ["options"]), object.union(object.remove(_ostree, ["options"]), {"options": {"osname": "ock", "url": ""}})]), "found": {[["commands", 2], "own"]}},
		"nothing": {"given": _file([object.union(object.remove(_ostree, ["options"]), {"options": {}})]), "found": {[["commands", 0], "own"]}},
		"values that are not known": {"given": _file([object.union(_ostree, {"options": {"osname": "", "ref": ""}})]), "found": set()},
		"all": {"given": _file([_ostree]), "found": set()},
		"another system": {"given": _file([{"name": "ostreesetup", "options": {"osname": "fedora"}, "names_ock": false}]), "found": set()},
	}

	found := rule.violations with input as given.files("kickstart", [case.given])
	{[violation.path, object.get(violation, "severity", "own")] | some violation in found} == case.found
}
