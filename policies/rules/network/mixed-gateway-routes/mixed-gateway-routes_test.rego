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
	found := rule.violations with input as {"facts": testing.facts, "route_tables": [testing.resource("t1", {"rules": [{"gateway": gateway, "unknown": {}} |
		some gateway in case.gateways
	]})]}
	count(found) == case.count
}

test_ipv6_goes_another_way[note] if {
	some note, case in {
		"dual stack": {"destination": "::/0", "since": true, "count": 0},
		"before there were such clusters": {"destination": "::/0", "since": false, "count": 1},
		"IPv4": {"destination": "0.0.0.0/0", "since": true, "count": 1},
	}
	found := rule.violations with input as {
		"facts": {"dual_stack_clusters": case.since},
		"route_tables": [testing.resource("t1", {"rules": [
			{"gateway": "internet", "destination": case.destination, "unknown": {}},
			{"gateway": "service", "unknown": {}},
		]})],
	}
	count(found) == case.count
}

test_destination_not_known[note] if {
	unknown := {"gateway": "internet", "unknown": {"destination": "var.d"}}
	known := {"gateway": "internet", "destination": "0.0.0.0/0", "unknown": {}}
	six := {"gateway": "internet", "destination": "::/0", "unknown": {}}
	nat := {"gateway": "nat", "unknown": {"destination": "var.d"}}
	some note, case in {
		"alone": {"rules": [unknown], "since": true, "severities": {"warning"}},
		"before there were such clusters": {"rules": [unknown], "since": false, "severities": {"error"}},
		"beside one that is": {"rules": [unknown, known], "since": true, "severities": {"error"}},
		"beside IPv6": {"rules": [unknown, six], "since": true, "severities": {"warning"}},
		"to NAT": {"rules": [nat, six], "since": true, "severities": set()},
	}
	found := rule.violations with input as {
		"facts": {"dual_stack_clusters": case.since},
		"route_tables": [testing.resource("t1", {"rules": array.concat(case.rules, [{"gateway": "service", "unknown": {}}])})],
	}
	{violation.severity | some violation in found} == case.severities
}
