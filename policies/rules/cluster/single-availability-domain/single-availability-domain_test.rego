package rules.cluster["single-availability-domain_test"]

import data.lib.testing
import data.rules.cluster["single-availability-domain"] as rule

_virtual := {"mode": "virtual"}

_managed := {"mode": "managed"}

_at(domain) := {"availability_domain": domain, "unknown": {}}

_unknown(text) := {"unknown": {"availability_domain": text}}

test_reported[note] if {
	some note, case in {
		"one in Phoenix": {"pools": [{"placements": [_at("Uocm:PHX-AD-1")]}], "count": 1},
		"the second of some region": {"pools": [{"placements": [_at("Uocm:AP-EXAMPLE-1-AD-2")]}], "count": 1},
		"the second by number": {"pools": [{"placements": [_at("2")]}], "count": 1},
		"the first by number": {"pools": [{"placements": [_at("1")]}], "count": 0},
		"the only one of a region": {"pools": [{"placements": [_at("Uocm:EU-ZURICH-1-AD-1")]}], "count": 0},
		"two": {"pools": [{"placements": [_at("Uocm:PHX-AD-1"), _at("Uocm:PHX-AD-2")]}], "count": 0},
		"two pools": {"pools": [{"placements": [_at("Uocm:PHX-AD-1")]}, {"placements": [_at("Uocm:PHX-AD-2")]}], "count": 0},
		"two pools in one": {"pools": [{"placements": [_at("Uocm:PHX-AD-1")]}, {"placements": [_at("Uocm:PHX-AD-1")]}], "count": 2},
		"an unknown one beside it": {"pools": [{"placements": [_at("Uocm:PHX-AD-1"), _unknown("var.ad")]}], "count": 0},
		"an expression in Frankfurt": {"pools": [{"region": "eu-frankfurt-1", "placements": [_unknown("data.ads[0].name")]}], "count": 1},
		"a region by its key": {"pools": [{"region": "IAD", "placements": [_unknown("data.ads[0].name")]}], "count": 1},
		"perhaps one for each domain": {"pools": [{"more": true, "region": "iad", "placements": [_unknown("each.value")]}], "count": 0},
		"an expression somewhere": {"pools": [{"placements": [_unknown("data.ads[0].name")]}], "count": 0},
		"an expression in Zurich": {"pools": [{"region": "eu-zurich-1", "placements": [_unknown("data.ads[0].name")]}], "count": 0},
		"perhaps more": {"pools": [{"placements": [_at("Uocm:PHX-AD-1")], "unknown": {"placements": "var.p"}}], "count": 0},
		"a pool beside it of which no placement is known": {"pools": [{"placements": [_at("Uocm:PHX-AD-1")]}, {}], "count": 0},
	}

	found := rule.violations with input as testing.node_pools({}, [object.union(_virtual, pool) | some pool in case.pools])
	count(found) == case.count
}
