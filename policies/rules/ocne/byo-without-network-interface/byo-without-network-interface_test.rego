package rules.ocne["byo-without-network-interface_test"]

import data.lib.ocne_testing as given
import data.rules.ocne["byo-without-network-interface"] as rule

test_reported[note] if {
	some note, case in {
		"left out": {"given": {"provider": "byo", "providers": {"byo": {}}}, "found": {[["providers", "byo", "networkInterface"], "own"]}},
		"empty": {"given": {"provider": "byo", "providers": {"byo": {"networkInterface": ""}}}, "found": {[["providers", "byo", "networkInterface"], "own"]}},
		"no block": {"given": {"provider": "byo"}, "found": {[["providers", "byo", "networkInterface"], "own"]}},
		"no block of the right type": {"given": {"provider": "byo", "providers": []}, "found": {[["providers", "byo", "networkInterface"], "own"]}},
		"stated": {"given": given.sound, "found": set()},
		"other provider": {"given": {"provider": "oci"}, "found": set()},
	}

	found := rule.violations with input as given.cluster(case.given)
	{[violation.path, object.get(violation, "severity", "own")] | some violation in found} == case.found
}

test_silent_where_the_defaults_file_names_it if {
	defaults := {"providers": {"byo": {"networkInterface": "eth0"}}}
	count(rule.violations) == 0 with input as given.with_defaults({"provider": "byo"}, defaults)
}

test_silent_where_it_is_not_known if {
	unknown := {"providers.byo.networkInterface": "$NIC"}
	count(rule.violations) == 0 with input as given.clusters([{"value": {"provider": "byo"}, "unknown": unknown}])
}

test_silent_in_a_template if {
	count(rule.violations) == 0 with input as given.clusters([{"value": {"provider": "byo"}, "partial": true}])
}
