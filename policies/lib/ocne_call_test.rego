package lib.ocne_call_test

import data.lib.ocne_call
import data.lib.ocne_testing as given

_files := [{"name": "edge", "value": given.sound}]

test_byo[note] if {
	some note, case in {
		"by flag": {"given": {"flags": {"provider": "byo"}}, "found": 1},
		"by configuration": {"given": {"config": {"id": "f0"}}, "found": 1},
		"by name": {"given": {"flags": {"cluster-name": "edge"}}, "found": 1},
		"another name": {"given": {"flags": {"cluster-name": "lab"}}, "found": 0},
		"flag against configuration": {"given": {"flags": {"provider": "oci"}, "config": {"id": "f0"}}, "found": 0},
		"flag that is not known": {"given": {"flags": {"provider": null}, "config": {"id": "f0"}}, "found": 0},
		"configuration that is not known": {"given": {"config": {"text": "x.yaml"}}, "found": 0},
	}

	count([1 | ocne_call.byo(input.ocne_commands[0])]) == case.found with input as given.calls([case.given], _files)
}

test_likely[note] if {
	other := {"name": "lab", "value": {"provider": "oci"}}
	some note, case in {
		"nothing else": {"calls": [{}], "files": _files, "found": 1},
		"another cluster": {"calls": [{}], "files": array.concat(_files, [other]), "found": 0},
		"another provider in a call": {"calls": [{}, {"flags": {"provider": "oci"}}], "files": _files, "found": 0},
		"no cluster": {"calls": [{}], "files": [], "found": 0},
	}

	count([1 | ocne_call.likely_byo(input.ocne_commands[0])]) == case.found with input as given.calls(case.calls, case.files)
}
