package rules.workload["outdated-external-secrets-version_test"]

import data.lib.testing
import data.rules.workload["outdated-external-secrets-version"] as rule

test_reported[note] if {
	some note, case in {
		"store": {"kind": "SecretStore", "version": "v1beta1", "count": 1},
		"cluster store": {"kind": "ClusterSecretStore", "version": "v1beta1", "count": 1},
		"secret": {"kind": "ExternalSecret", "version": "v1alpha1", "count": 1},
		"cluster secret": {"kind": "ClusterExternalSecret", "version": "v1beta1", "count": 1},
		"current": {"kind": "ExternalSecret", "version": "v1", "count": 0},
		"push": {"kind": "PushSecret", "version": "v1alpha1", "count": 0},
	}

	given := testing.object_of(case.kind, {"group": "external-secrets.io", "version": case.version}, {})
	found := rule.violations with input as given
	count(found) == case.count
}

test_another_group if {
	count(rule.violations) == 0 with input as testing.object_of("ExternalSecret", {"group": "kubernetes-client.io", "version": "v1beta1"}, {})
}
