package rules.workload["unlisted-volume-source_test"]

import data.lib.testing
import data.rules.workload["unlisted-volume-source"] as rule

test_reported[note] if {
	some note, case in {
		"downward API": {"volume": {"downwardAPI": {"items": [{"path": "a", "fieldRef": {"fieldPath": "metadata.name"}}]}}, "count": 1},
		"downward API that states nothing": {"volume": {"downwardAPI": null}, "count": 1},
		"projected downward API": {"volume": _projected([{"downwardAPI": {"items": [{"fieldRef": {}}]}}]), "count": 1},
		"trust bundle": {"volume": _projected([{"clusterTrustBundle": {"name": "a", "path": "ca.pem"}}]), "count": 1},
		"pod certificate": {"volume": _projected([{"podCertificate": {"signerName": "a"}}]), "count": 1},
		"two": {"volume": _projected([{"downwardAPI": {}}, {"configMap": {"name": "a"}}, {"clusterTrustBundle": {}}]), "count": 2},
		"written token": {"volume": object.union({"name": "kube-api-access-a"}, _projected([{"downwardAPI": {}}])), "count": 1},
		"config map and secret": {"volume": _projected([{"configMap": {"name": "a"}}, {"secret": {"name": "b"}}]), "count": 0},
		"token": {"volume": _projected([{"serviceAccountToken": {"path": "token"}}]), "count": 0},
		"resource field": {"volume": {"downwardAPI": {"items": [{"resourceFieldRef": {"resource": "limits.cpu"}}]}}, "count": 0},
		"projected resource field": {
			"volume": _projected([{"downwardAPI": {"items": [{"resourceFieldRef": {"resource": "limits.cpu"}}]}}]),
			"count": 0,
		},
		"null": {"volume": _projected([{"downwardAPI": null, "configMap": {"name": "a"}}]), "count": 0},
		"directive": {"volume": _projected([{"$patch": "replace", "configMap": {}}]), "count": 0},
		"no sources": {"volume": _projected([]), "count": 0},
		"junk": {"volume": {"projected": {"sources": "downwardAPI"}}, "count": 0},
		"junk source": {"volume": _projected(["downwardAPI", null]), "count": 0},
		"empty dir": {"volume": {"emptyDir": {}}, "count": 0},
	}

	found := rule.violations with input as testing.volume(case.volume)
	count(found) == case.count
}

_projected(sources) := {"projected": {"sources": sources}}

test_points_at_the_source if {
	found := rule.violations with input as testing.volume(_projected([{"secret": {}}, {"downwardAPI": {}}]))

	some violation in found
	violation.path == ["projected", "sources", 1, "downwardAPI"]
	violation.facts == {"volume": "data", "source": "downwardAPI"}
}

test_silent_where_a_patch_takes_it_away if {
	given := testing.pod_of({"partial": true}, {"volumes": [{"name": "info", "downwardAPI": null}]})
	count(rule.violations) == 0 with input as given
}

_token := object.union({"name": "kube-api-access-x7k2p"}, _projected([{"downwardAPI": {}}]))

test_silent_about_injected_volumes if {
	count(rule.violations) == 0 with input as testing.pod_of({"exported": true}, {"volumes": [_token]})
}

test_reports_other_volumes_of_dumps if {
	given := testing.pod_of({"exported": true}, {"volumes": [object.union({"name": "info"}, _projected([{"downwardAPI": {}}]))]})
	count(rule.violations) == 1 with input as given
}

test_silent_on_managed_nodes if {
	given := testing.pod_of({"nodes": "managed"}, {"volumes": [object.union({"name": "data"}, {"downwardAPI": {}})]})
	count(rule.violations) == 0 with input as given
}
