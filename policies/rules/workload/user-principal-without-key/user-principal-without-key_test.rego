package rules.workload["user-principal-without-key_test"]

import data.lib.testing
import data.rules.workload["user-principal-without-key"] as rule

_store(fields, oracle) := testing.object_of(
	object.get(fields, "kind", "SecretStore"),
	object.union({"group": "external-secrets.io"}, fields),
	{"spec": {"provider": {"oracle": oracle}}},
)

_auth := {"tenancy": "t", "user": "u", "secretRef": {"privatekey": {"name": "a", "key": "b"}, "fingerprint": {"name": "a", "key": "c"}}}

test_reported[note] if {
	some note, case in {
		"complete": {"oracle": {"principalType": "UserPrincipal", "auth": _auth}, "missing": set()},
		"no auth": {"oracle": {"principalType": "UserPrincipal"}, "missing": {["auth"]}},
		"auth without value": {"oracle": {"principalType": "UserPrincipal", "auth": null}, "missing": {["auth"]}},
		"no user": {"oracle": {"principalType": "UserPrincipal", "auth": object.remove(_auth, ["user"])}, "missing": {["auth.user"]}},
		"without type": {"oracle": {"auth": object.remove(_auth, ["tenancy"])}, "missing": {["auth.tenancy"]}},
		"capital letter in the key": {
			"oracle": {"principalType": "UserPrincipal", "auth": object.union(object.remove(_auth, ["secretRef"]), {"secretRef": {"privateKey": {}, "fingerprint": {}}})},
			"missing": {["auth.secretRef.privatekey"]},
		},
		"instance principal": {"oracle": {"principalType": "InstancePrincipal"}, "missing": set()},
		"workload": {"oracle": {"principalType": "Workload"}, "missing": set()},
	}

	found := {violation.facts.missing | some violation in rule.violations} with input as _store({}, case.oracle)
	found == case.missing
}

test_silent_where_not_known if {
	count(rule.violations) == 0 with input as _store({"unknown": {"spec.provider.oracle.auth": "${AUTH}"}}, {"principalType": "UserPrincipal"})
}
