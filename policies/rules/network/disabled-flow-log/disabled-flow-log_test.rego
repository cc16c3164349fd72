package rules.network["disabled-flow-log_test"]

import data.lib.testing
import data.rules.network["disabled-flow-log"] as rule

test_reported[note] if {
	some note, case in {
		"off": {"log": {"service": "flowlogs", "enabled": false}, "count": 1},
		"on": {"log": {"service": "flowlogs", "enabled": true}, "count": 0},
		"not stated": {"log": {"service": "flowlogs"}, "count": 0},
		"another service": {"log": {"service": "objectstorage", "enabled": false}, "count": 0},
	}
	found := rule.violations with input as {"logs": [testing.resource("l1", case.log)]}
	count(found) == case.count
}
