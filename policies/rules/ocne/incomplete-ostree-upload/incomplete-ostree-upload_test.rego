package rules.ocne["incomplete-ostree-upload_test"]

import data.lib.ocne_testing as given
import data.rules.ocne["incomplete-ostree-upload"] as rule

test_reported[note] if {
	some note, case in {
		"nothing given": {"given": [{"verb": "image upload", "flags": {"type": "ostree"}}], "found": {["c0", "own"]}},
		"no transport": {"given": [{"verb": "image upload", "flags": {"type": "ostree", "file": "a.tar", "destination": "registry.example/ock"}}], "found": {["c0", "own"]}},
		"half a transport": {"given": [{"verb": "image upload", "flags": {"type": "ostree", "file": "a.tar", "destination": "docker:registry.example/ock"}}], "found": {["c0", "own"]}},
		"registry": {"given": [{"verb": "image upload", "flags": {"type": "ostree", "file": "a.tar", "destination": "docker://registry.example/ock"}}], "found": set()},
		"folder": {"given": [{"verb": "image upload", "flags": {"type": "ostree", "file": "a.tar", "destination": "dir:/srv/ock"}}], "found": set()},
		"archive": {"given": [{"verb": "image upload", "flags": {"type": "ostree", "file": null, "destination": "oci-archive:ock.tar"}}], "found": set()},
		"unknown destination": {"given": [{"verb": "image upload", "flags": {"type": "ostree", "file": "a.tar", "destination": null}}], "found": set()},
		"unknown flags": {"given": [{"verb": "image upload", "flags": {"type": "ostree"}, "complete": false}], "found": set()},
		"other type": {"given": [{"verb": "image upload", "flags": {"type": "oci", "compartment": "x", "file": "a.qcow2"}}], "found": set()},
		"other type without file": {"given": [{"verb": "image upload", "flags": {"compartment": "x"}}], "found": {["c0", "own"]}},
		"other type, unknown flags": {"given": [{"verb": "image upload", "flags": {}, "complete": false}], "found": set()},
	}

	found := rule.violations with input as given.calls(case.given, [{"value": given.sound}])
	{[violation.item, object.get(violation, "severity", "own")] | some violation in found} == case.found
}
