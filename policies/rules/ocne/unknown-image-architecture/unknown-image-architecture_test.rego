package rules.ocne["unknown-image-architecture_test"]

import data.lib.ocne_testing as given
import data.rules.ocne["unknown-image-architecture"] as rule

test_reported[note] if {
	some note, case in {
		"of uname": {"given": [{"verb": "image create", "flags": {"arch": "x86_64"}}], "found": {["c0", "own"]}},
		"upload": {"given": [{"verb": "image upload", "flags": {"arch": "aarch64"}}], "found": {["c0", "own"]}},
		"amd64": {"given": [{"verb": "image create", "flags": {"arch": "amd64"}}], "found": set()},
		"arm64": {"given": [{"verb": "image create", "flags": {"arch": "arm64"}}], "found": set()},
		"unknown": {"given": [{"verb": "image create", "flags": {"arch": null}}], "found": set()},
		"not given": {"given": [{"verb": "image create"}], "found": set()},
		"another command": {"given": [{"verb": "cluster start", "flags": {"arch": "x86_64"}}], "found": set()},
	}

	found := rule.violations with input as given.calls(case.given, [{"value": given.sound}])
	{[violation.item, object.get(violation, "severity", "own")] | some violation in found} == case.found
}
