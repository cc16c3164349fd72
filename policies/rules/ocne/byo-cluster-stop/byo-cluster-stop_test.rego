package rules.ocne["byo-cluster-stop_test"]

import data.lib.ocne_testing as given
import data.rules.ocne["byo-cluster-stop"] as rule

test_reported[note] if {
	some note, case in {
		"by configuration": {"given": [{"verb": "cluster stop", "config": {"id": "f0", "text": "x"}}], "found": {["c0", "own"]}},
		"by name": {"given": [{"verb": "cluster stop", "flags": {"cluster-name": "edge"}}], "found": {["c0", "own"]}},
		"nothing but own hardware": {"given": [{"verb": "cluster stop"}], "found": {["c0", "own"]}},
		"another provider": {"given": [{"verb": "cluster stop", "flags": {"provider": "libvirt"}}], "found": set()},
		"delete": {"given": [{"verb": "cluster delete", "config": {"id": "f0", "text": "x"}}], "found": set()},
	}

	found := rule.violations with input as given.calls(case.given, [{"name": "edge", "value": given.sound}])
	{[violation.item, object.get(violation, "severity", "own")] | some violation in found} == case.found
}

test_silent_for_other_clusters if {
	count(rule.violations) == 0 with input as given.calls([{"verb": "cluster stop"}], [{"value": {"provider": "libvirt"}}])
}
