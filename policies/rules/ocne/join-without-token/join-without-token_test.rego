package rules.ocne["join-without-token_test"]

import data.lib.ocne_testing as given
import data.rules.ocne["join-without-token"] as rule

_worker := {"verb": "cluster join", "config": {"id": "f0", "text": "x"}, "flags": {"worker-nodes": "1"}}

_control_plane := {"verb": "cluster join", "config": {"id": "f0", "text": "x"}, "flags": {"control-plane-nodes": "1"}}

test_reported[note] if {
	token := {"prepares": ["token"]}
	certificates := {"prepares": ["certificates"]}
	some note, case in {
		"worker": {"given": [_worker], "found": {["kubeadm token create"]}},
		"control plane": {"given": [_control_plane], "found": {["kubeadm token create", "kubeadm init phase upload-certs"]}},
		"control plane without certificates": {"given": [_control_plane, token], "found": {["kubeadm init phase upload-certs"]}},
		"by role": {
			"given": [object.union(_worker, {"flags": {"role-control-plane": true}}), token],
			"found": {["kubeadm init phase upload-certs"]},
		},
		"worker with token": {"given": [_worker, token], "found": set()},
		"control plane with both": {"given": [_control_plane, token, certificates], "found": set()},
		"token in another file": {"given": [_worker, {"file": "other.sh", "prepares": ["token"]}], "found": {["kubeadm token create"]}},
		"moved node": {"given": [object.union(_worker, {"flags": {"node": "a"}})], "found": set()},
		"unknown flags": {"given": [object.union(_worker, {"complete": false})], "found": set()},
		"no configuration": {"given": [{"verb": "cluster join", "flags": {"provider": "byo", "worker-nodes": "1"}}], "found": {["kubeadm token create"]}},
		"unknown configuration": {"given": [{"verb": "cluster join", "flags": {"provider": "byo", "config": null}}], "found": set()},
		"configuration elsewhere": {"given": [{"verb": "cluster join", "flags": {"provider": "byo", "config": "x.yaml"}, "config": {"text": "x.yaml"}}], "found": set()},
		"another provider": {"given": [object.union(_worker, {"flags": {"provider": "oci"}})], "found": set()},
		"configuration at hand": {"given": [object.union(_worker, {"flags": {"config": "x", "worker-nodes": "1"}})], "found": {["kubeadm token create"]}},
	}

	found := rule.violations with input as given.calls(case.given, [{"value": given.sound}])
	{violation.facts.missing | some violation in found} == case.found
}

_set(value) := object.union(given.sound, {"providers": {"byo": {"automaticTokenCreation": value}}})

test_silent_where_automatic if {
	count(rule.violations) == 0 with input as given.calls([_worker], [{"value": _set(true)}])
}

test_reported_where_switched_off if {
	count(rule.violations) == 1 with input as given.calls([_worker], [{"value": _set(false)}])
}

test_counts_the_defaults_file[note] if {
	some note, case in {
		"switched on": {"value": given.sound, "defaults": {"providers": {"byo": {"automaticTokenCreation": true}}}, "count": 0},
		"switched off": {"value": given.sound, "defaults": {"providers": {"byo": {"automaticTokenCreation": false}}}, "count": 1},
		"nothing said": {"value": given.sound, "defaults": {"quiet": true}, "count": 1},
		"switched off by the configuration": {"value": _set(false), "defaults": {"providers": {"byo": {"automaticTokenCreation": true}}}, "count": 1},
	}
	entries := [{"value": case.value}, {"kind": "defaults", "value": case.defaults}]
	count(rule.violations) == case.count with input as given.calls([_worker], entries)
}

test_silent_where_not_known if {
	entry := {"value": given.sound, "unknown": {"providers.byo.automaticTokenCreation": "$AUTO"}}
	count(rule.violations) == 0 with input as given.calls([_worker], [entry])
}
