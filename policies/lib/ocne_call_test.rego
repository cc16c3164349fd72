package lib.ocne_call_test

import data.lib.ocne_call
import data.lib.ocne_testing as given

_files := [{"name": "edge", "value": given.sound}]

test_byo[note] if {
	some note, case in {
		"by flag": {"given": {"flags": {"provider": "byo"}}, "found": 1},
		"by configuration": {"given": {"config": {"id": "f0"}}, "found": 1},
		"by name": {"given": {"flags": {"cluster-name": "edge"}}, "found": 1},
		"by the name of another's": {"given": {"flags": {"cluster-name": "cloud"}}, "found": 0},
		"flag against name": {"given": {"flags": {"provider": "oci", "cluster-name": "edge"}}, "found": 0},
		"another name": {"given": {"flags": {"cluster-name": "lab"}}, "found": 0},
		"flag against configuration": {"given": {"flags": {"provider": "oci"}, "config": {"id": "f0"}}, "found": 0},
		"flag that is not known": {"given": {"flags": {"provider": null}, "config": {"id": "f0"}}, "found": 0},
		"configuration that is not known": {"given": {"config": {"text": "x.yaml"}}, "found": 0},
	}

	files := array.concat(_files, [{"name": "cloud", "value": {"provider": "oci"}}])
	count([1 | ocne_call.byo(input.ocne_commands[0])]) == case.found with input as given.calls([case.given], files)
}

test_likely[note] if {
	other := {"name": "lab", "value": {"provider": "oci"}}
	some note, case in {
		"nothing else": {"calls": [{}], "files": _files, "found": 1},
		"another cluster": {"calls": [{}], "files": array.concat(_files, [other]), "found": 0},
		"another provider in a call": {"calls": [{}, {"flags": {"provider": "oci"}}], "files": _files, "found": 0},
		"provider that is not known": {"calls": [{"flags": {"provider": null}}], "files": _files, "found": 0},
		"configuration that is not known": {"calls": [{"config": {"text": "x.yaml"}}], "files": _files, "found": 1},
		"no cluster": {"calls": [{}], "files": [], "found": 0},
	}

	count([1 | ocne_call.likely_byo(input.ocne_commands[0])]) == case.found with input as given.calls(case.calls, case.files)
}

_start := {"verb": "cluster start", "flags": {"provider": "byo"}}

_starts(calls) := [call.id | some call in found] if found := ocne_call.starts with input as given.calls(calls, _files)

test_starts[note] if {
	some note, case in {
		"one": {"calls": [_start], "ids": ["c0"]},
		"of another provider": {"calls": [_start, {"verb": "cluster start", "flags": {"provider": "oci"}}], "ids": ["c0"]},
		"another verb": {"calls": [{"verb": "cluster join", "flags": {"provider": "byo"}}], "ids": []},
		"that cannot be read in full": {"calls": [object.union(_start, {"complete": false})], "ids": []},
		"beside a call that cannot be read": {"calls": [_start, {"verb": "unknown"}], "ids": []},
	}
	_starts(case.calls) == case.ids
}

test_starts_by_cluster[note] if {
	some note, case in {
		"configuration": {"call": {"config": {"id": "f0", "text": "byo.yaml"}}, "key": "f0"},
		"configuration from elsewhere": {"call": {"config": {"text": "x.yaml"}}, "key": "x.yaml"},
		"name": {"call": {"flags": {"cluster-name": "edge"}}, "key": "edge"},
		"nothing": {"call": {}, "key": ""},
	}
	entries := [object.union(_start, case.call)]
	starts := ocne_call.starts_of with input as given.calls(entries, _files)
	{key | some key, _ in starts} == {case.key}
	indexes := ocne_call.indexes_of with input as given.calls(entries, _files)
	{key | some [key, "cluster.sh 0"], {0} in indexes} == {case.key}
}

test_flags[note] if {
	some note, case in {
		"text": {"flags": {"version": "1.31"}, "complete": true, "lacks": 0, "values": {"1.31"}},
		"not known": {"flags": {"version": null}, "complete": true, "lacks": 0, "values": set()},
		"switch": {"flags": {"version": true}, "complete": true, "lacks": 0, "values": set()},
		"not given": {"flags": {}, "complete": true, "lacks": 1, "values": set()},
		"perhaps given": {"flags": {}, "complete": false, "lacks": 0, "values": set()},
	}
	call := {"flags": case.flags, "complete": case.complete}
	count([1 | ocne_call.lacks(call, "version")]) == case.lacks
	{value | value := ocne_call.value(call, "version")} == case.values
}
