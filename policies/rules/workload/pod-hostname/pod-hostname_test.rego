package rules.workload["pod-hostname_test"]

import data.lib.testing
import data.rules.workload["pod-hostname"] as rule

test_reported[note] if {
	some note, case in {
		"host name": {"given": {"hostname": "web-0"}, "count": 1},
		"number": {"given": {"hostname": 7}, "count": 1},
		"both": {"given": {"hostname": "a", "setHostnameAsFQDN": true}, "count": 2},
		"off": {"given": {"setHostnameAsFQDN": false}, "count": 1},
		"empty": {"given": {"hostname": ""}, "count": 0},
		"null": {"given": {"hostname": null, "setHostnameAsFQDN": null}, "count": 0},
		"subdomain": {"given": {"subdomain": "web"}, "count": 0},
		"other spelling": {"given": {"hostName": "web-0", "setHostNameAsFqdn": true}, "count": 0},
	}

	found := rule.violations with input as testing.pod(case.given)
	count(found) == case.count
}

test_requirements if {
	given := testing.pod({"hostname": "web-0", "setHostnameAsFQDN": false})
	found := rule.violations with input as given
	{[v.path, v.requirements, object.get(v, "severity", "own")] | some v in found} == {
		[["hostname"], ["VNP-32"], "own"],
		[["setHostnameAsFQDN"], ["VNP-35"], "notice"],
	}
}

test_silent_on_managed_nodes if {
	given := testing.pod_of({"nodes": "managed"}, {"hostname": "web-0"})
	count(rule.violations) == 0 with input as given
}
