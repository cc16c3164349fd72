package rules.cluster["partial-fault-domains_test"]

import data.lib.testing
import data.rules.cluster["partial-fault-domains"] as rule

_virtual := {"mode": "virtual"}

_managed := {"mode": "managed"}

_row(domain, fault_domains) := {"availability_domain": domain, "fault_domains": fault_domains, "unknown": {}}

_nameless(domain, count) := {"availability_domain": domain, "fault_domains": [], "fault_domain_count": count, "unknown": {"fault_domains": "data.fd"}}

_any(name, unknown) := {
	"fault_domains": [name | name != ""],
	"fault_domain_count": 1,
	"unknown": object.union({"availability_domain": "p[*].value@main.tf:1"}, unknown),
}

_three := ["FAULT-DOMAIN-1", "FAULT-DOMAIN-2", "FAULT-DOMAIN-3"]

test_reported[note] if {
	some note, case in {
		"one": {"pools": [{"placements": [_row("AD-1", ["FAULT-DOMAIN-1"])]}], "missing": {"FAULT-DOMAIN-2, FAULT-DOMAIN-3"}},
		"all": {"pools": [{"placements": [_row("AD-1", _three)]}], "missing": set()},
		"none stated": {"pools": [{"placements": [{"availability_domain": "AD-1", "unknown": {}}]}], "missing": set()},
		"empty": {"pools": [{"placements": [_row("AD-1", [])]}], "missing": set()},
		"covered by several pools": {
			"pools": [{"placements": [_row("AD-1", ["FAULT-DOMAIN-1"])]}, {"placements": [_row("AD-1", ["FAULT-DOMAIN-2", "FAULT-DOMAIN-3"])]}],
			"missing": set(),
		},
		"another availability domain does not help": {
			"pools": [{"placements": [_row("AD-1", ["FAULT-DOMAIN-1", "FAULT-DOMAIN-2"]), _row("AD-2", _three)]}],
			"missing": {"FAULT-DOMAIN-3"},
		},
		"a free pool beside it": {
			"pools": [{"placements": [_row("AD-1", ["FAULT-DOMAIN-1"])]}, {"placements": [_row("AD-1", [])]}],
			"missing": set(),
		},
		"unknown": {"pools": [{"placements": [{"availability_domain": "AD-1", "fault_domains": ["FAULT-DOMAIN-1"], "unknown": {"fault_domains": "var.f"}}]}], "missing": set()},
		"one without a name": {"pools": [{"placements": [_nameless("AD-1", 1)]}], "missing": {"2 of the 3 fault domains"}},
		"a name and one without": {
			"pools": [{"placements": [object.union(_nameless("AD-1", 2), {"fault_domains": ["FAULT-DOMAIN-2"]})]}],
			"missing": {"1 of the 3 fault domains"},
		},
		"a name, and room for no other": {
			"pools": [{"placements": [object.union(_nameless("AD-1", 1), {"fault_domains": ["FAULT-DOMAIN-2"]})]}],
			"missing": {"FAULT-DOMAIN-1, FAULT-DOMAIN-3"},
		},
		"three without a name": {"pools": [{"placements": [_nameless("AD-1", 3)]}], "missing": set()},
		"the same one without a name in two pools": {"pools": [{"placements": [_nameless("AD-1", 1)]}, {"placements": [_nameless("AD-1", 1)]}], "missing": {"2 of the 3 fault domains"}},
		"one without a name beside two": {
			"pools": [{"placements": [_nameless("AD-1", 1)]}, {"placements": [_row("AD-1", ["FAULT-DOMAIN-2", "FAULT-DOMAIN-3"])]}],
			"missing": set(),
		},
		"one row for all availability domains": {"pools": [{"placements": [_any("FAULT-DOMAIN-1", {})], "unknown": {"placements": "each"}}], "missing": {"FAULT-DOMAIN-2, FAULT-DOMAIN-3"}},
		"one row for all, without a name": {
			"pools": [{"placements": [_any("", {"fault_domains": "data.fd[0].name"})], "unknown": {"placements": "each"}}],
			"missing": {"2 of the 3 fault domains"},
		},
		"one row for all, each with its own": {"pools": [{"placements": [_any("", {"fault_domains": "p[*].value@main.tf:1.fd"})], "unknown": {"placements": "each"}}], "missing": set()},
		"perhaps more pools": {"pools": [{"placements": [_row("AD-1", ["FAULT-DOMAIN-1"])], "more": true}], "missing": set()},
		"two roots": {
			"pools": [
				{"placements": [_row("AD-1", ["FAULT-DOMAIN-1"])], "cluster": {"ref": "var.c", "kind": "expression", "stack": "a"}},
				{"placements": [_row("AD-1", ["FAULT-DOMAIN-2", "FAULT-DOMAIN-3"])], "cluster": {"ref": "var.c", "kind": "expression", "stack": "b"}},
			],
			"missing": {"FAULT-DOMAIN-1", "FAULT-DOMAIN-2, FAULT-DOMAIN-3"},
		},
		"unknown placements": {"pools": [{"placements": [_row("AD-1", ["FAULT-DOMAIN-1"])], "unknown": {"placements": "var.p"}}], "missing": set()},
	}

	found := rule.violations with input as testing.node_pools({}, [object.union(_virtual, pool) | some pool in case.pools])
	{violation.facts.missing | some violation in found} == case.missing
}

test_managed_pools_are_free if {
	found := rule.violations with input as testing.node_pools({}, [{"mode": "managed", "placements": [_row("AD-1", ["FAULT-DOMAIN-1"])]}])
	count(found) == 0
}
