package rules.network["closed-health-check-port_test"]

import data.lib.site_testing
import data.rules.network["closed-health-check-port"] as rule

_node_ports := site_testing.rule("podsl", object.union({"peer": "10.0.1.0/24"}, site_testing.ports(30000, 32767)))

_health := site_testing.rule("podsl", object.union({"peer": "10.0.1.0/24"}, site_testing.ports(10256, 10256)))

test_reported[note] if {
	some note, case in {
		"node ports alone": {"rules": [_node_ports], "services": [site_testing.service], "count": 1},
		"node ports alone, Service elsewhere": {"rules": [_node_ports], "services": [], "count": 1},
		"both": {"rules": [_node_ports, _health], "services": [site_testing.service], "count": 0},
		"health checks from the pods": {"rules": [_node_ports, object.union(_health, {"peer": "10.0.2.0/24"})], "services": [site_testing.service], "count": 1},
		"nothing, no Service": {"rules": [], "services": [], "count": 0},
		"nothing, Service": {"rules": [], "services": [site_testing.service], "count": 1},
	}

	found := rule.violations with input as site_testing.given(case.rules, case.services)
	count(found) == case.count
}
