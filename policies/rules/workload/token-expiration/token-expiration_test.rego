package rules.workload["token-expiration_test"]

import data.lib.testing
import data.rules.workload["token-expiration"] as rule

_token(token) := {"projected": {"sources": [{"configMap": {"name": "a"}}, {"serviceAccountToken": token}]}}

test_reported[note] if {
	some note, case in {
		"an hour": {"volume": _token({"path": "token", "expirationSeconds": 3600}), "count": 1},
		"what Kubernetes injects, written down": {"volume": _token({"path": "token", "expirationSeconds": 3607}), "count": 1},
		"zero": {"volume": _token({"expirationSeconds": 0}), "count": 1},
		"text": {"volume": _token({"expirationSeconds": "3600"}), "count": 1},
		"left out": {"volume": _token({"path": "token", "audience": "vault"}), "count": 0},
		"null": {"volume": _token({"expirationSeconds": null}), "count": 0},
		"junk": {"volume": _token("token"), "count": 0},
		"secret": {"volume": {"projected": {"sources": [{"secret": {"expirationSeconds": 1}}]}}, "count": 0},
	}

	found := rule.violations with input as testing.volume(case.volume)
	count(found) == case.count
}

test_points_at_the_field if {
	found := rule.violations with input as testing.volume(_token({"expirationSeconds": 3600}))

	some violation in found
	violation.path == ["projected", "sources", 1, "serviceAccountToken", "expirationSeconds"]
	violation.facts == {"volume": "data"}
}

test_dumps[note] if {
	some note, case in {
		"injected": {"name": "kube-api-access-x7k2p", "exported": true, "count": 0},
		"another volume": {"name": "token", "exported": true, "count": 1},
		"the same in a written manifest": {"name": "kube-api-access-x7k2p", "exported": false, "count": 1},
	}

	volume := object.union({"name": case.name}, _token({"expirationSeconds": 3607}))
	found := rule.violations with input as testing.pod_of({"exported": case.exported}, {"volumes": [volume]})
	count(found) == case.count
}

test_silent_on_managed_nodes if {
	given := testing.pod_of({"nodes": "managed"}, {"volumes": [object.union({"name": "data"}, _token({"expirationSeconds": 1}))]})
	count(rule.violations) == 0 with input as given
}
