package rules.network["mixed-gateway-routes_test"]

import data.lib.testing
import data.rules.network["mixed-gateway-routes"] as rule

test_reported[note] if {
	some note, case in {
		"both": {"gateways": ["internet", "service"], "count": 1},
		"internet": {"gateways": ["internet"], "count": 0},
		"NAT and service": {"gateways": ["nat", "service"], "count": 0},
		"none": {"gateways": [], "count": 0},
	}
	found := rule.violations with input as {"route_tables": [testing.resource("t1", {"rules": [{"gateway": gateway, "unknown": {}} |
		some gateway in case.gateways
	]})]}
	count(found) == case.count
}
