package rules.network["misplaced-subnet-block_test"]

import data.lib.testing
import data.rules.network["misplaced-subnet-block"] as rule

_r := {"ref": "v1", "kind": "resource", "id": "v1"}

_subnet(i, fields) := testing.resource($"s{i}", object.union({"vcn": object.get(fields, "vcn", _r)}, object.remove(fields, ["vcn"])))

test_reported[note] if {
	some note, case in {
		"outside": {"vcn": ["10.0.0.0/16"], "subnets": [{"cidrs": ["10.1.0.0/24"]}], "count": 1},
		"inside": {"vcn": ["10.0.0.0/16"], "subnets": [{"cidrs": ["10.0.0.0/24"]}], "count": 0},
		"in the second block": {"vcn": ["10.0.0.0/16", "10.1.0.0/16"], "subnets": [{"cidrs": ["10.1.0.0/24"]}], "count": 0},
		"larger than the VCN": {"vcn": ["10.0.0.0/24"], "subnets": [{"cidrs": ["10.0.0.0/16"]}], "count": 1},
		"two that overlap": {"vcn": ["10.0.0.0/16"], "subnets": [{"cidrs": ["10.0.0.0/23"]}, {"cidrs": ["10.0.1.0/24"]}], "count": 1},
		"two that do not": {"vcn": ["10.0.0.0/16"], "subnets": [{"cidrs": ["10.0.0.0/24"]}, {"cidrs": ["10.0.1.0/24"]}], "count": 0},
		"one or the other": {
			"vcn": ["10.0.0.0/16"],
			"subnets": [{"cidrs": ["10.0.0.0/24"], "existence": "possible"}, {"cidrs": ["10.0.0.0/24"], "existence": "possible"}],
			"count": 0,
		},
		"another VCN": {
			"vcn": ["10.0.0.0/16"],
			"subnets": [{"cidrs": ["10.0.0.0/24"]}, {"cidrs": ["10.0.0.0/24"], "vcn": {"ref": "var.v", "kind": "expression"}}],
			"count": 0,
		},
		"one expression in two roots": {
			"vcn": ["10.0.0.0/16"],
			"subnets": [
				{"cidrs": ["10.0.0.0/24"], "vcn": {"ref": "var.v", "kind": "expression", "stack": "a"}},
				{"cidrs": ["10.0.0.0/24"], "vcn": {"ref": "var.v", "kind": "expression", "stack": "b"}},
			],
			"count": 0,
		},
		"one expression in one root": {
			"vcn": ["10.0.0.0/16"],
			"subnets": [
				{"cidrs": ["10.0.0.0/24"], "vcn": {"ref": "var.v", "kind": "expression", "stack": "a"}},
				{"cidrs": ["10.0.0.0/24"], "vcn": {"ref": "var.v", "kind": "expression", "stack": "a"}},
			],
			"count": 1,
		},
		"no block": {"vcn": ["10.0.0.0/16"], "subnets": [{"cidrs": ["subnet"]}], "count": 0},
		"VCN without a readable block": {"vcn": ["junk"], "subnets": [{"cidrs": ["10.0.0.0/24"]}], "count": 0},
		"VCN without a block": {"vcn": [], "subnets": [{"cidrs": ["10.0.0.0/24"]}], "count": 0},
		"known beside one that may not be": {"vcn": ["10.0.0.0/16"], "subnets": [{"cidrs": ["10.0.0.0/24"]}, {"cidrs": ["10.0.0.0/24"], "existence": "possible"}], "count": 0},
		"one that may not be beside a known one": {"vcn": ["10.0.0.0/16"], "subnets": [{"cidrs": ["10.0.0.0/24"], "existence": "possible"}, {"cidrs": ["10.0.0.0/24"]}], "count": 0},
		"one subnet in two configurations": {"vcn": ["10.0.0.0/16"], "subnets": [{"cidrs": ["10.0.0.0/24"], "address": "oci_core_subnet.a"}, {"cidrs": ["10.0.0.0/24"], "address": "oci_core_subnet.a"}], "count": 0},
	}
	found := rule.violations with input as {
		"vcns": [testing.resource("v1", {"cidrs": case.vcn})],
		"subnets": [_subnet(i, subnet) | some i, subnet in case.subnets],
	}
	count(found) == case.count
}

test_silent_when_the_vcn_may_have_more if {
	given := {"vcns": [testing.resource("v1", {"cidrs": ["10.0.0.0/16"], "unknown": {"cidrs": "var.c"}})], "subnets": [_subnet(1, {"cidrs": ["10.9.0.0/24"]})]}
	count(rule.violations) == 0 with input as given
}
