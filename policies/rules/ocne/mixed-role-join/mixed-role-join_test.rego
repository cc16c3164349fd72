package rules.ocne["mixed-role-join_test"]

import data.lib.ocne_testing as given
import data.rules.ocne["mixed-role-join"] as rule

test_reported[note] if {
	some note, case in {
		"both": {"given": [{"verb": "cluster join", "flags": {"worker-nodes": "2", "control-plane-nodes": "1"}, "config": {"id": "f0", "text": "x"}}], "found": {["c0", "own"]}},
		"workers": {"given": [{"verb": "cluster join", "flags": {"worker-nodes": "2", "control-plane-nodes": "0"}, "config": {"id": "f0", "text": "x"}}], "found": set()},
		"unknown number": {"given": [{"verb": "cluster join", "flags": {"worker-nodes": "2", "control-plane-nodes": null}, "config": {"id": "f0", "text": "x"}}], "found": set()},
		"no number": {"given": [{"verb": "cluster join", "flags": {"worker-nodes": "2", "control-plane-nodes": "x"}, "config": {"id": "f0", "text": "x"}}], "found": set()},
		"another provider": {"given": [{"verb": "cluster join", "flags": {"worker-nodes": "2", "control-plane-nodes": "1", "provider": "oci"}}], "found": set()},
	}

	found := rule.violations with input as given.calls(case.given, [{"value": given.sound}])
	{[violation.item, object.get(violation, "severity", "own")] | some violation in found} == case.found
}

_both := {"verb": "cluster join", "flags": {"worker-nodes": "1", "control-plane-nodes": "1"}, "config": {"text": "x"}}

test_notice_where_the_configuration_is_not_known if {
	found := rule.violations with input as given.calls([_both], [])
	{violation.severity | some violation in found} == {"notice"}
}

test_reported_where_the_output_is_saved if {
	found := rule.violations with input as given.calls([object.union(_both, {"output": "file"})], [])
	count(found) == 1
	every violation in found {
		not violation.severity
	}
}

test_silent_for_local_machines if {
	call := object.union(_both, {"config": {"id": "f0"}, "output": "file"})
	count(rule.violations) == 0 with input as given.calls([call], [{"value": {"provider": "libvirt"}}])
}

test_silent_without_a_configuration if {
	count(rule.violations) == 0 with input as given.calls([object.remove(_both, ["config"])], [])
}

test_silent_for_other_providers[provider] if {
	some provider in {"libvirt", "oci", "olvm", "none"}
	call := object.union(_both, {"flags": {"provider": provider}})
	count(rule.violations) == 0 with input as given.calls([call], [])
	count(rule.violations) == 0 with input as given.calls([object.union(call, {"output": "file"})], [])
}

test_reported_where_the_output_is_saved_for_own_hardware if {
	call := object.union(_both, {"flags": {"provider": null}, "config": {"id": "f0"}, "output": "file"})
	count(rule.violations) == 1 with input as given.calls([call], [{"value": given.sound}])
}
