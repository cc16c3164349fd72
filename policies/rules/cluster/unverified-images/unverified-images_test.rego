package rules.cluster["unverified-images_test"]

import data.lib.testing
import data.rules.cluster["unverified-images"] as rule

test_reported[note] if {
	some note, case in {
		"not stated": {"cluster": {}, "count": 1},
		"off": {"cluster": {"image_policy_enabled": false}, "count": 1},
		"on": {"cluster": {"image_policy_enabled": true}, "count": 0},
		"unknown": {"cluster": {"unknown": {"image_policy_enabled": "var.signed"}}, "count": 0},
	}
	found := rule.violations with input as {"clusters": [testing.resource("c1", case.cluster)]}
	count(found) == case.count
}
