package rules.ocne["plain-node-password_test"]

import data.lib.ocne_testing as given
import data.rules.ocne["plain-node-password"] as rule

test_reported_where_plain[kind] if {
	some kind in ["cluster", "defaults"]
	count(rule.violations) == 1 with input as given.files(kind, [{"password": "plain"}])
}

test_silent_otherwise[note] if {
	some note, entry in {"hash": {"password": "hash"}, "not stated or not known": {}}
	count(rule.violations) == 0 with input as given.clusters([entry])
}
