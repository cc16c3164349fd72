package rules.ocne["unsupported-kube-proxy-mode_test"]

import data.lib.ocne_testing as given
import data.rules.ocne["unsupported-kube-proxy-mode"] as rule

test_reported[note] if {
	some note, case in {
		"userspace": {"given": {"kubeProxyMode": "userspace"}, "found": {[["kubeProxyMode"], "own"]}},
		"nftables": {"given": {"kubeProxyMode": "nftables"}, "found": {[["kubeProxyMode"], "own"]}},
		"iptables": {"given": {"kubeProxyMode": "iptables"}, "found": set()},
		"ipvs": {"given": {"kubeProxyMode": "ipvs"}, "found": set()},
		"empty": {"given": {"kubeProxyMode": ""}, "found": set()},
		"of another type": {"given": {"kubeProxyMode": true}, "found": set()},
	}

	found := rule.violations with input as given.cluster(case.given)
	{[violation.path, object.get(violation, "severity", "own")] | some violation in found} == case.found
}
