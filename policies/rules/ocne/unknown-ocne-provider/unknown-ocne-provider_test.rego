package rules.ocne["unknown-ocne-provider_test"]

import data.lib.ocne_testing as given
import data.rules.ocne["unknown-ocne-provider"] as rule

test_reported[note] if {
	some note, case in {
		"unknown": {"given": {"provider": "virtualbox"}, "found": {[["provider"], "own"]}},
		"capitals": {"given": {"provider": "BYO"}, "found": {[["provider"], "own"]}},
		"a number": {"given": {"provider": 5}, "found": {[["provider"], "own"]}},
		"null": {"given": {"provider": null}, "found": set()},
		"known": {"given": {"provider": "olvm"}, "found": set()},
		"not stated": {"given": {}, "found": set()},
		"empty": {"given": {"provider": ""}, "found": set()},
		"of another type": {"given": {"provider": {}}, "found": set()},
	}

	found := rule.violations with input as given.cluster(case.given)
	{[violation.path, object.get(violation, "severity", "own")] | some violation in found} == case.found
}

test_reported_for_calls[note] if {
	some note, case in {
		"unknown": {"verb": "cluster start", "provider": "vmware", "found": {"c0"}},
		"of a join": {"verb": "cluster join", "provider": "BYO", "found": {"c0"}},
		"known": {"verb": "cluster start", "provider": "olvm", "found": set()},
		"not known here": {"verb": "cluster start", "provider": null, "found": set()},
		"of another command": {"verb": "image create", "provider": "vmware", "found": set()},
	}

	found := rule.violations with input as given.calls([{"verb": case.verb, "flags": {"provider": case.provider}}], [])
	{violation.item | some violation in found} == case.found
}

test_known[provider] if {
	some provider in {"libvirt", "oci", "olvm", "byo", "none"}
	count(rule.violations) == 0 with input as given.cluster({"provider": provider})
}
