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
		"beside networks of other roles": {
			"given": [{"value": {"podSubnet": "x"}, "networks": array.concat(pods.networks, [{"role": "services", "path": ["serviceSubnet"], "cidr": "10.9.0.0/16"}])}],
			"found": {"10.1.0.0/16"},
		},
		"a defaults file without": {"given": [{}, {"kind": "defaults", "value": {"proxy": {}}}], "found": {"10.244.0.0/16"}},
		"two defaults files without": {"given": [{}, {"kind": "defaults"}, {"kind": "defaults"}], "found": {"10.244.0.0/16"}},
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

test_roles[role] if {
	some role, case in {
		"pods": {"path": ["podSubnet"], "own": {"podSubnet": "x"}, "built_in": {"10.244.0.0/16"}},
		"services": {"path": ["serviceSubnet"], "own": {"serviceSubnet": "x"}, "built_in": {"10.96.0.0/12"}},
		"virtual-ip": {"path": ["virtualIp"], "own": {"virtualIp": "x"}, "built_in": set()},
		"load-balancer": {"path": ["loadBalancer"], "own": {"loadBalancer": "x"}, "built_in": set()},
		"no-proxy": {"path": ["proxy", "noProxy"], "own": {"proxy": {"noProxy": "x"}}, "built_in": set()},
	}
	ocne.path(role) == case.path
	ocne.networks(ocne.clusters[0], role) == case.built_in with input as given.clusters([{}])
	stated := {"value": case.own, "networks": [{"role": role, "path": case.path, "cidr": "10.3.0.0/16"}]}
	ocne.networks(ocne.clusters[0], role) == {"10.3.0.0/16"} with input as given.clusters([stated])
}

test_unset[note] if {
	some note, case in {
		"left out": {"file": {}, "count": 1},
		"empty": {"file": {"value": {"proxy": {"noProxy": ""}}}, "count": 1},
		"null": {"file": {"value": {"proxy": {"noProxy": null}}}, "count": 1},
		"stated": {"file": {"value": {"proxy": {"noProxy": "x"}}}, "count": 0},
		"not known": {"file": {"unknown": {"proxy.noProxy": "$P"}}, "count": 0},
		"not known above": {"file": {"unknown": {"proxy": "$P"}}, "count": 0},
		"not known beside": {"file": {"unknown": {"proxy.httpProxy": "$P"}}, "count": 1},
		"template": {"file": {"partial": true}, "count": 0},
	}
	found := [1 | ocne.unset(ocne.clusters[0], ["proxy", "noProxy"])] with input as given.clusters([case.file])
	count(found) == case.count
}
