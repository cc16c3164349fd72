package lib.ocne_test

import data.lib.ocne
import data.lib.ocne_testing as given

test_byo[note] if {
	some note, case in {
		"named": {"given": {"provider": "byo"}, "found": true},
		"by its settings": {"given": {"providers": {"byo": null}}, "found": true},
		"settings for several": {"given": {"providers": {"byo": {}, "oci": {}}}, "found": false},
		"another": {"given": {"provider": "oci", "providers": {"byo": {}}}, "found": false},
		"nothing": {"given": {}, "found": false},
	}

	count([file | some file in ocne.clusters; ocne.byo(file)]) == _number(case.found) with input as given.cluster(case.given)
}

_number(true) := 1

_number(false) := 0

test_networks[note] if {
	pods := {"value": {"podSubnet": "x"}, "networks": [{"role": "pods", "path": ["podSubnet"], "cidr": "10.1.0.0/16"}]}
	some note, case in {
		"built in": {"given": [{}], "found": {"10.244.0.0/16"}},
		"own": {"given": [pods], "found": {"10.1.0.0/16"}},
		"of the defaults file": {"given": [{}, object.union(pods, {"kind": "defaults"})], "found": {"10.1.0.0/16"}},
		"own before the defaults file": {
			"given": [
				{"value": {"podSubnet": "y"}, "networks": [{"role": "pods", "path": ["podSubnet"], "cidr": "10.2.0.0/16"}]},
				object.union(pods, {"kind": "defaults"}),
			],
			"found": {"10.2.0.0/16"},
		},
		"of one of two defaults files": {
			"given": [{}, object.union(pods, {"kind": "defaults"}), {"kind": "defaults"}],
			"found": set(),
		},
		"not known": {"given": [{"unknown": {"podSubnet": "$P"}}], "found": set()},
		"not known in the defaults file": {"given": [{}, {"kind": "defaults", "unknown": {"podSubnet": "$P"}}], "found": set()},
		"malformed": {"given": [{"value": {"podSubnet": "many"}}], "found": set()},
	}

	ocne.networks(ocne.clusters[0], "pods") == case.found with input as given.clusters(case.given)
}

test_agree[note] if {
	some note, case in {
		"same": {"given": [[1, 31], [1, 31]], "found": 1},
		"one without patch": {"given": [[1, 31], [1, 31, 4]], "found": 1},
		"other minor": {"given": [[1, 31], [1, 32, 4]], "found": 0},
		"other patch": {"given": [[1, 31, 1], [1, 31, 4]], "found": 0},
		"ten is not one": {"given": [[1, 3], [1, 30]], "found": 0},
	}

	count([1 | ocne.agree(case.given[0], case.given[1])]) == case.found
}
