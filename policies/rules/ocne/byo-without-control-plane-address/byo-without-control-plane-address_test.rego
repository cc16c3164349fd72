package rules.ocne["byo-without-control-plane-address_test"]

import data.lib.ocne_testing as given
import data.rules.ocne["byo-without-control-plane-address"] as rule

test_reported[note] if {
	some note, case in {
		"neither": {"given": object.remove(given.sound, ["virtualIp"]), "found": {[["virtualIp"], "own"]}},
		"both empty": {"given": object.union(given.sound, {"virtualIp": "", "loadBalancer": null}), "found": {[["virtualIp"], "own"]}},
		"block without provider": {"given": object.remove(given.sound, ["virtualIp", "provider"]), "found": {[["virtualIp"], "own"]}},
		"virtual address": {"given": given.sound, "found": set()},
		"load balancer": {"given": object.union(object.remove(given.sound, ["virtualIp"]), {"loadBalancer": "lb.example"}), "found": set()},
		"other provider": {"given": {"provider": "libvirt"}, "found": set()},
	}

	found := rule.violations with input as given.cluster(case.given)
	{[violation.path, object.get(violation, "severity", "own")] | some violation in found} == case.found
}

test_silent_where_one_is_not_known if {
	value := object.remove(given.sound, ["virtualIp"])
	count(rule.violations) == 0 with input as given.clusters([{"value": value, "unknown": {"loadBalancer": "$LB"}}])
}

test_calls_may_state_it[note] if {
	some note, case in {
		"virtual address": {"call": {"config": {"id": "f0"}, "flags": {"virtual-ip": null}}, "count": 0},
		"load balancer": {"call": {"config": {"id": "f0"}, "flags": {"load-balancer": "lb.example"}}, "count": 0},
		"something else": {"call": {"config": {"id": "f0"}, "flags": {"cluster-name": "edge"}}, "count": 1},
		"for another configuration": {"call": {"config": {"id": "f1"}, "flags": {"virtual-ip": null}}, "count": 1},
	}
	value := object.remove(given.sound, ["virtualIp"])
	count(rule.violations) == case.count with input as given.calls([case.call], [{"value": value}])
}
