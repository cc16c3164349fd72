package rules.ocne["byo-provider-not-chosen_test"]

import data.lib.ocne_testing as given
import data.rules.ocne["byo-provider-not-chosen"] as rule

test_reported[note] if {
	some note, case in {
		"left out": {"given": object.remove(given.sound, ["provider"]), "found": {[["providers", "byo"], "own"]}},
		"empty": {"given": object.union(given.sound, {"provider": ""}), "found": {[["providers", "byo"], "own"]}},
		"other": {"given": object.union(given.sound, {"provider": "libvirt"}), "found": {[["provider"], "own"]}},
		"byo": {"given": given.sound, "found": set()},
		"several providers": {"given": object.union(given.sound, {"provider": "oci", "providers": {"oci": {}}}), "found": set()},
		"no settings": {"given": {"provider": "libvirt"}, "found": set()},
		"settings of another type": {"given": {"providers": "byo"}, "found": set()},
	}

	found := rule.violations with input as given.cluster(case.given)
	{[violation.path, object.get(violation, "severity", "own")] | some violation in found} == case.found
}

test_silent_where_the_provider_is_not_known if {
	count(rule.violations) == 0 with input as given.clusters([{"value": {"providers": {"byo": {}}}, "unknown": {"provider": "$P"}}])
}

test_other_providers[provider] if {
	some provider in {"libvirt", "oci", "olvm", "none"}
	count(rule.violations) == 1 with input as given.cluster(object.union(given.sound, {"provider": provider}))
}

test_calls_may_name_the_provider[note] if {
	some note, case in {
		"byo": {"call": {"config": {"id": "f0"}, "flags": {"provider": "byo"}}, "count": 0},
		"one that is not known": {"call": {"config": {"id": "f0"}, "flags": {"provider": null}}, "count": 0},
		"none": {"call": {"config": {"id": "f0"}, "flags": {}}, "count": 1},
		"another": {"call": {"config": {"id": "f0"}, "flags": {"provider": "libvirt"}}, "count": 1},
		"byo, with another configuration": {"call": {"config": {"id": "f1"}, "flags": {"provider": "byo"}}, "count": 1},
	}
	call := object.union({"verb": "cluster start"}, case.call)
	value := object.remove(given.sound, ["provider"])
	count(rule.violations) == case.count with input as given.calls([call], [{"value": value}])
}
