package rules.network["load-balancer-egress-to-wrong-network_test"]

import data.lib.site_testing
import data.rules.network["load-balancer-egress-to-wrong-network"] as rule

_out(peer, ports) := site_testing.rule("lbl", object.union({"direction": "egress", "peer": peer}, ports))

test_reported[note] if {
	some note, case in {
		"own network": {"rules": [_out("10.0.1.0/24", {})], "missing": {"TCP 10256, TCP node ports"}},
		"node ports alone": {"rules": [_out("10.0.2.0/24", site_testing.ports(30000, 32767))], "missing": {"TCP 10256"}},
		"both": {"rules": [_out("10.0.2.0/24", site_testing.ports(30000, 32767)), _out("10.0.2.0/24", site_testing.ports(10256, 10256))], "missing": set()},
		"everywhere": {"rules": [_out("0.0.0.0/0", {"protocol": "all"})], "missing": set()},
		"unknown": {"rules": [site_testing.rule("lbl", {"direction": "egress", "unknown": {"peer": "var.x"}})], "missing": set()},
	}

	found := rule.violations with input as site_testing.given(case.rules, [])
	{violation.facts.missing | some violation in found} == case.missing
}

test_silent_when_load_balancers_have_groups if {
	grouped := object.union(site_testing.service, {"annotations": {"oci.oraclecloud.com/oci-network-security-groups": "ocid1.networksecuritygroup.oc1.fra.a"}})
	count(rule.violations) == 0 with input as site_testing.given([_out("10.0.1.0/24", {})], [grouped])
}
