package rules.ocne["two-control-plane-addresses_test"]

import data.lib.ocne_testing as given
import data.rules.ocne["two-control-plane-addresses"] as rule

test_reported[note] if {
	some note, case in {
		"both": {"given": object.union(given.sound, {"loadBalancer": "lb.example"}), "found": {[["loadBalancer"], "own"]}},
		"one empty": {"given": object.union(given.sound, {"loadBalancer": ""}), "found": set()},
		"on local machines": {
			"given": {"virtualIp": "192.168.1.9", "loadBalancer": "lb.example"},
			"found": {[["loadBalancer"], "own"]},
		},
		"another provider": {
			"given": {"provider": "oci", "virtualIp": "192.168.1.9", "loadBalancer": "lb.example"},
			"found": set(),
		},
		"one": {"given": given.sound, "found": set()},
	}

	found := rule.violations with input as given.cluster(case.given)
	{[violation.path, object.get(violation, "severity", "own")] | some violation in found} == case.found
}
