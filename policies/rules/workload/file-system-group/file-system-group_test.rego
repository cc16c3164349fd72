package rules.workload["file-system-group_test"]

import data.lib.testing
import data.rules.workload["file-system-group"] as rule

test_reported[note] if {
	some note, case in {
		"group": {"given": {"fsGroup": 2000}, "count": 1},
		"root group": {"given": {"fsGroup": 0}, "count": 1},
		"both": {"given": {"fsGroup": 2000, "fsGroupChangePolicy": "OnRootMismatch"}, "count": 2},
		"null": {"given": {"fsGroup": null}, "count": 0},
		"empty policy": {"given": {"fsGroupChangePolicy": ""}, "count": 0},
		"supported": {"given": {"runAsNonRoot": true, "runAsUser": 1, "runAsGroup": 1}, "count": 0},
		"wrong type": {"given": "fsGroup", "count": 0},
	}

	found := rule.violations with input as testing.pod({"securityContext": case.given})
	count(found) == case.count
}

test_each_names_its_requirement if {
	found := rule.violations with input as testing.pod({"securityContext": {"fsGroupChangePolicy": "Always"}})
	some violation in found
	violation.requirements == ["VNP-41"]
	violation.path == ["securityContext", "fsGroupChangePolicy"]
}

test_supported_with_file_storage_claims if {
	given := testing.pod({"securityContext": {"fsGroup": 2000}})
	found := rule.violations with input as object.union(given, {"facts": {"virtual_nodes_fss_claims": true}})
	count(found) == 0
}

test_silent_on_managed_nodes if {
	given := testing.pod_of({"nodes": "managed"}, {"securityContext": {"fsGroup": 2000}})
	count(rule.violations) == 0 with input as given
}
