package rules.ocne["overlapping-ocne-networks_test"]

import data.lib.ocne_testing as given
import data.rules.ocne["overlapping-ocne-networks"] as rule

_network(role, path, cidr) := {"value": {path: cidr}, "networks": [{"role": role, "path": [path], "cidr": cidr}]}

test_reported[note] if {
	some note, case in {
		"pods over the default services": {"given": _network("pods", "podSubnet", "10.96.0.0/16"), "found": {["podSubnet"]}},
		"services over the default pods": {"given": _network("services", "serviceSubnet", "10.240.0.0/12"), "found": {["serviceSubnet"]}},
		"virtual address among the pods": {"given": _network("virtual-ip", "virtualIp", "10.244.7.1/32"), "found": {["virtualIp"]}},
		"virtual address among the services": {"given": _network("virtual-ip", "virtualIp", "10.97.0.9/32"), "found": {["virtualIp"]}},
		"load balancer among the pods": {"given": _network("load-balancer", "loadBalancer", "10.244.0.1/32"), "found": {["loadBalancer"]}},
		"same network twice": {
			"given": {
				"value": {"podSubnet": "10.0.0.0/8", "serviceSubnet": "10.0.0.0/8"},
				"networks": [
					{"role": "pods", "path": ["podSubnet"], "cidr": "10.0.0.0/8"},
					{"role": "services", "path": ["serviceSubnet"], "cidr": "10.0.0.0/8"},
				],
			},
			"found": {["podSubnet"]},
		},
		"IPv6": {
			"given": {
				"value": {"podSubnet": "fd00::/48", "serviceSubnet": "fd00:0:0:1::/108"},
				"networks": [
					{"role": "pods", "path": ["podSubnet"], "cidr": "fd00::/48"},
					{"role": "services", "path": ["serviceSubnet"], "cidr": "fd00:0:0:1::/108"},
				],
			},
			"found": {["podSubnet"]},
		},
		"apart": {"given": _network("virtual-ip", "virtualIp", "192.168.1.7/32"), "found": set()},
		"pods elsewhere": {"given": _network("pods", "podSubnet", "10.245.0.0/16"), "found": set()},
		"next to each other": {"given": _network("pods", "podSubnet", "10.112.0.0/12"), "found": set()},
		"of both families": {"given": _network("pods", "podSubnet", "fd00::/48"), "found": set()},
		"nothing stated": {"given": {}, "found": set()},
		"not a network": {"given": {"value": {"podSubnet": "all of it"}}, "found": set()},
		"load balancer among the services": {"given": _network("load-balancer", "loadBalancer", "10.97.0.9/32"), "found": {["loadBalancer"]}},
	}

	found := rule.violations with input as given.clusters([case.given])
	{violation.path | some violation in found} == case.found
}

test_counts_the_defaults_file if {
	entries := [
		_network("virtual-ip", "virtualIp", "10.9.0.9/32"),
		object.union(_network("pods", "podSubnet", "10.9.0.0/16"), {"kind": "defaults"}),
	]
	found := rule.violations with input as given.clusters(entries)
	{[violation.item, violation.path] | some violation in found} == {["f0", ["virtualIp"]]}
}

test_silent_where_the_other_is_not_known if {
	entry := object.union(_network("virtual-ip", "virtualIp", "10.244.0.9/32"), {"unknown": {"podSubnet": "$PODS"}})
	count(rule.violations) == 0 with input as given.clusters([entry])
}
