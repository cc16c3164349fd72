package rules.ocne["two-control-plane-addresses_test"]

import data.lib.ocne_testing as given
import data.rules.ocne["two-control-plane-addresses"] as rule

test_reported[note] if {
	some note, case in {
		"both": {"given": object.union(given.sound, {"loadBalancer": "lb.example"}), "found": {[["loadBalancer"], "own"]}},
		"one empty": {"given": object.union(given.sound, {"loadBalancer": ""}), "found": set()},
		"on local machines": {
			"given": {"virtualIp": "192.168.1.9", "loadBalancer": "lb.example"},
			"found": {[["loadBalancer"], "own"]},
		},
		"another provider": {
			"given": {"provider": "oci", "virtualIp": "192.168.1.9", "loadBalancer": "lb.example"},
			"found": set(),
		},
		"one": {"given": given.sound, "found": set()},
		"load balancer alone": {"given": {"provider": "byo", "loadBalancer": "lb.example"}, "found": set()},
		"on local machines by name": {"given": {"provider": "libvirt", "virtualIp": "192.168.1.9", "loadBalancer": "lb.example"}, "found": {[["loadBalancer"], "own"]}},
	}

	found := rule.violations with input as given.cluster(case.given)
	{[violation.path, object.get(violation, "severity", "own")] | some violation in found} == case.found
}

test_reported_for_calls[note] if {
	some note, case in {
		"both as flags": {"flags": {"provider": "byo", "virtual-ip": "192.168.1.9", "load-balancer": "lb.example"}, "found": {"c0"}},
		"one as a flag, one in the file": {"flags": {"load-balancer": "lb.example"}, "config": {"id": "f0"}, "found": {"c0"}},
		"another provider": {"flags": {"provider": "oci", "virtual-ip": "192.168.1.9", "load-balancer": "lb.example"}, "found": set()},
		"one": {"flags": {"provider": "byo", "virtual-ip": "192.168.1.9"}, "found": set()},
		"one empty": {"flags": {"provider": "byo", "virtual-ip": "192.168.1.9", "load-balancer": ""}, "found": set()},
		"one not known": {"flags": {"provider": "byo", "virtual-ip": "192.168.1.9", "load-balancer": null}, "found": set()},
		"none as a flag": {"flags": {}, "config": {"id": "f0"}, "found": set()},
		"both as flags, on local machines": {"flags": {"provider": "libvirt", "virtual-ip": "192.168.1.9", "load-balancer": "lb.example"}, "found": {"c0"}},
		"one in the file, one not known as a flag": {"flags": {"load-balancer": "lb.example", "virtual-ip": null}, "config": {"id": "f0"}, "found": set()},
		"another provider than the file's": {"flags": {"provider": "oci", "load-balancer": "lb.example"}, "config": {"id": "f0"}, "found": set()},
		"the file's provider, which does not look": {"flags": {"virtual-ip": "192.168.1.9", "load-balancer": "lb.example"}, "config": {"id": "f1"}, "found": set()},
		"the other as a flag, one in the file": {"flags": {"virtual-ip": "192.168.1.9"}, "config": {"id": "f2"}, "found": {"c0"}},
		"both in the file, which says so itself": {"flags": {}, "config": {"id": "f3"}, "found": set()},
	}

	call := object.union({"verb": "cluster start", "flags": case.flags}, object.filter(case, ["config"]))
	balanced := {"provider": "byo", "loadBalancer": "lb.example"}
	files := [{"value": given.sound}, {"value": {"provider": "oci"}}, {"value": balanced}, {"value": object.union(balanced, {"virtualIp": "192.168.1.9"})}]
	found := rule.violations with input as given.calls([call], files)
	{violation.item | some violation in found; violation.item == "c0"} == case.found
}
