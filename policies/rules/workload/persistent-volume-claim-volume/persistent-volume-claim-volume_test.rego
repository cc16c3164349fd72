package rules.workload["persistent-volume-claim-volume_test"]

import data.lib.testing
import data.rules.workload["persistent-volume-claim-volume"] as rule

test_reported[note] if {
	some note, case in {
		"claim": {"volume": {"persistentVolumeClaim": {"claimName": "data"}}, "count": 1},
		"read only": {"volume": {"persistentVolumeClaim": {"claimName": "data", "readOnly": true}}, "count": 1},
		"claim without a name": {"volume": {"persistentVolumeClaim": {}}, "count": 1},
		"claim that is no object": {"volume": {"persistentVolumeClaim": "data"}, "count": 1},
		"empty dir": {"volume": {"emptyDir": {}}, "count": 0},
		"volume by that name": {"volume": {"name": "persistentVolumeClaim", "secret": {"secretName": "a"}}, "count": 0},
	}

	found := rule.violations with input as testing.volume(case.volume)
	count(found) == case.count
}

_claim := {"persistentVolumeClaim": {"claimName": "data"}}

test_points_at_the_source if {
	found := rule.violations with input as testing.volume(_claim)

	some violation in found
	violation.path == ["persistentVolumeClaim"]
	violation.facts == {"volume": "data"}
}

test_silent_once_claims_are_supported if {
	given := object.union(testing.volume(_claim), {"facts": {"virtual_nodes_fss_claims": true}})
	count(rule.violations) == 0 with input as given
}

test_silent_where_a_patch_takes_it_away if {
	given := testing.pod_of({"partial": true}, {"volumes": [{"name": "data", "persistentVolumeClaim": null, "emptyDir": {}}]})
	count(rule.violations) == 0 with input as given
}

test_silent_on_managed_nodes if {
	given := testing.pod_of({"nodes": "managed"}, {"volumes": [object.union({"name": "data"}, _claim)]})
	count(rule.violations) == 0 with input as given
}
