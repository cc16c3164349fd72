package rules.cluster["secrets-without-own-key_test"]

import data.lib.testing
import data.rules.cluster["secrets-without-own-key"] as rule

test_reported[note] if {
	some note, case in {
		"no key": {"cluster": {}, "count": 1},
		"key": {"cluster": {"kms_key": {"ref": "ocid1.key.oc1..a", "kind": "ocid"}}, "count": 0},
		"key that cannot be known": {"cluster": {"kms_key": {"ref": "var.key", "kind": "expression"}}, "count": 0},
		"perhaps a key": {"cluster": {"unknown": {"kms_key": "var.key"}}, "count": 0},
		"cluster that only may exist": {"cluster": {"existence": "possible"}, "count": 1},
	}
	found := rule.violations with input as {"clusters": [testing.resource("c1", case.cluster)]}
	count(found) == case.count
}
