package rules.network["vcn-outside-private-space_test"]

import data.lib.testing
import data.rules.network["vcn-outside-private-space"] as rule

test_reported[cidr] if {
	some cidr, severities in {
		"130.10.0.0/16": {"warning"},
		"172.32.0.0/16": {"warning"},
		"100.64.0.0/16": {"notice"},
		"10.0.0.0/16": set(),
		"172.16.0.0/16": set(),
		"172.31.0.0/16": set(),
		"192.168.0.0/24": set(),
		"no block": set(),
		"10.0.0.0/33": set(),
	}
	found := rule.violations with input as {"vcns": [testing.resource("v1", {"cidrs": [cidr]})]}
	{violation.severity | some violation in found} == severities
}

test_names_the_block if {
	found := rule.violations with input as {"vcns": [testing.resource("v1", {"cidrs": ["10.0.0.0/16", "130.10.0.0/16"]})]}
	{violation.path | some violation in found} == {["cidrs", 1]}
}
