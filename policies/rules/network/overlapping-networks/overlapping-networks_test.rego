package rules.network["overlapping-networks_test"]

import data.lib.testing
import data.rules.network["overlapping-networks"] as rule

_vcn(id, cidrs) := testing.resource(id, {"cidrs": cidrs})

_r(id) := {"ref": id, "kind": "resource", "id": id}

_input(vcns, connections) := {"vcns": vcns, "connections": [testing.resource($"n{i}", c) | some i, c in connections], "external_cidrs": []}

_severities(found) := {object.get(violation, "severity", "error") | some violation in found}

test_reported[note] if {
	some note, case in {
		"attached to one DRG": {
			"vcns": [_vcn("v1", ["10.0.0.0/16"]), _vcn("v2", ["10.0.128.0/17"])],
			"connections": [{"vcns": [_r("v1"), _r("v2")], "cidrs": [], "through": "a DRG"}],
			"severities": {"error"},
		},
		"disjoint": {
			"vcns": [_vcn("v1", ["10.0.0.0/16"]), _vcn("v2", ["10.1.0.0/16"])],
			"connections": [{"vcns": [_r("v1"), _r("v2")], "cidrs": [], "through": "a DRG"}],
			"severities": set(),
		},
		"not connected": {"vcns": [_vcn("v1", ["10.0.0.0/16"]), _vcn("v2", ["10.0.0.0/16"])], "connections": [], "severities": {"notice"}},
		"one of two that exclude each other": {
			"vcns": [_vcn("v1", ["10.0.0.0/16"]), testing.resource("v2", {"cidrs": ["10.0.0.0/16"], "existence": "possible"})],
			"connections": [],
			"severities": set(),
		},
		"the other way round": {
			"vcns": [testing.resource("v1", {"cidrs": ["10.0.0.0/16"], "existence": "possible"}), _vcn("v2", ["10.0.0.0/16"])],
			"connections": [],
			"severities": set(),
		},
		"one VCN in two configurations": {
			"vcns": [testing.resource("v1", {"cidrs": ["10.0.0.0/16"], "address": "v"}), testing.resource("v2", {"cidrs": ["10.0.0.0/16"], "address": "v"})],
			"connections": [{"vcns": [_r("v1"), _r("v2")], "cidrs": [], "through": "a DRG"}],
			"severities": set(),
		},
		"connected, though only perhaps there": {
			"vcns": [_vcn("v1", ["10.0.0.0/16"]), testing.resource("v2", {"cidrs": ["10.0.0.0/16"], "existence": "possible"})],
			"connections": [{"vcns": [_r("v1"), _r("v2")], "cidrs": [], "through": "a DRG"}],
			"severities": {"error"},
		},
		"each connected with another": {
			"vcns": [_vcn("v1", ["10.0.0.0/16"]), _vcn("v2", ["10.0.0.0/16"])],
			"connections": [{"vcns": [_r("v1"), _r("v8")], "cidrs": [], "through": "a DRG"}, {"vcns": [_r("v2"), _r("v9")], "cidrs": [], "through": "a DRG"}],
			"severities": {"notice"},
		},
		"on-premises network beside it": {
			"vcns": [_vcn("v1", ["10.0.0.0/16"])],
			"connections": [{"vcns": [_r("v1")], "cidrs": ["192.168.0.0/24"], "through": "IPSec"}],
			"severities": set(),
		},
		"on-premises network": {
			"vcns": [_vcn("v1", ["10.0.0.0/16"])],
			"connections": [{"vcns": [_r("v1")], "cidrs": ["10.0.5.0/24"], "through": "IPSec"}],
			"severities": {"error"},
		},
		"network of somebody else": {
			"vcns": [_vcn("v1", ["10.0.0.0/16"])],
			"connections": [{"vcns": [_r("v9")], "cidrs": ["10.0.5.0/24"], "through": "IPSec"}],
			"severities": set(),
		},
		"blocks of one VCN": {"vcns": [_vcn("v1", ["10.0.0.0/16", "10.0.4.0/24"])], "connections": [], "severities": {"error"}},
		"no blocks at all": {"vcns": [_vcn("v1", ["junk", "10.0.0.0/16"])], "connections": [], "severities": set()},
	}
	found := rule.violations with input as _input(case.vcns, case.connections)
	_severities(found) == case.severities
}

# The later one is told, by the earlier one.
test_each_pair_once if {
	found := rule.violations with input as _input([_vcn("v1", ["10.0.0.0/16"]), _vcn("v2", ["10.0.0.0/16"])], [])
	[violation.item | some violation in found] == ["v2"]
}

test_networks_that_the_configuration_names if {
	given := object.union(_input([_vcn("v1", ["10.0.0.0/16"])], []), {"external_cidrs": ["10.0.0.0/8"]})
	count(rule.violations) == 1 with input as given
	count(rule.violations) == 0 with input as object.union(given, {"external_cidrs": ["192.168.0.0/16"]})
}
