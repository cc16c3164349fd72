package rules.cluster["unsuitable-encryption-key_test"]

import data.lib.testing
import data.rules.cluster["unsuitable-encryption-key"] as rule

_with(fields) := {
	"clusters": [testing.resource("c1", {"kms_key": {"ref": "oci_kms_key.k", "kind": "resource", "id": "k1"}})],
	"keys": [testing.resource("k1", fields), testing.resource("k2", {"algorithm": "RSA", "length": 256})],
}

test_reported[note] if {
	some note, case in {
		"RSA": {"key": {"algorithm": "RSA", "length": 256}, "paths": {["algorithm"]}},
		"ECDSA": {"key": {"algorithm": "ECDSA", "length": 32}, "paths": {["algorithm"]}},
		"bits instead of bytes": {"key": {"algorithm": "AES", "length": 256}, "paths": {["length"]}},
		"AES-256": {"key": {"algorithm": "AES", "length": 32}, "paths": set()},
		"AES-192": {"key": {"algorithm": "AES", "length": 24}, "paths": set()},
		"AES-128": {"key": {"algorithm": "AES", "length": 16}, "paths": set()},
		"in software": {"key": {"algorithm": "AES", "length": 32, "protection_mode": "SOFTWARE"}, "paths": set()},
		"algorithm unknown": {"key": {"length": 256, "unknown": {"algorithm": "var.a"}}, "paths": set()},
		"length unknown": {"key": {"algorithm": "AES", "unknown": {"length": "var.l"}}, "paths": set()},
	}
	found := rule.violations with input as _with(case.key)
	{violation.path | some violation in found} == case.paths
}

test_silent_on_keys_for_other_things if {
	given := {"clusters": [testing.resource("c1", {})], "keys": [testing.resource("k2", {"algorithm": "RSA"})]}
	count(rule.violations) == 0 with input as given
}
