package rules.workload["instance-principal-authentication_test"]

import data.lib.testing
import data.rules.workload["instance-principal-authentication"] as rule

test_reported[note] if {
	some note, case in {
		"CLI": {"container": {"env": [{"name": "OCI_CLI_AUTH", "value": "instance_principal"}]}, "paths": {["env", 0, "value"]}},
		"SDK, in capitals": {"container": {"env": [{"name": "A", "value": "b"}, {"name": "OCI_AUTH_TYPE", "value": "INSTANCE_PRINCIPAL"}]}, "paths": {["env", 1, "value"]}},
		"API key": {"container": {"env": [{"name": "OCI_CLI_AUTH", "value": "api_key"}]}, "paths": {["env", 0, "value"]}},
		"key file": {"container": {"env": [{"name": "OCI_CLI_KEY_FILE", "value": "/keys/a.pem"}]}, "paths": {["env", 0, "name"]}},
		"configuration": {"container": {"volumeMounts": [{"name": "oci", "mountPath": "/root/.oci"}]}, "paths": {["volumeMounts", 0, "mountPath"]}},
		"configuration file": {"container": {"volumeMounts": [{"name": "oci", "mountPath": "/root/.oci/config"}]}, "paths": {["volumeMounts", 0, "mountPath"]}},
		"workload identity": {"container": {"env": [{"name": "OCI_CLI_AUTH", "value": "oke_workload_identity"}, {"name": "OCI_RESOURCE_PRINCIPAL_VERSION", "value": "2.2"}]}, "paths": set()},
		"resource principal": {"container": {"env": [{"name": "OCI_CLI_AUTH", "value": "resource_principal"}]}, "paths": set()},
		"another variable": {"container": {"env": [{"name": "AUTH", "value": "instance_principal"}]}, "paths": set()},
		"another folder": {"container": {"volumeMounts": [{"name": "oci", "mountPath": "/etc/oci"}]}, "paths": set()},
		"from elsewhere": {"container": {"env": [{"name": "OCI_CLI_AUTH", "valueFrom": {"configMapKeyRef": {"name": "a", "key": "b"}}}]}, "paths": set()},
		"wrong types": {"container": {"env": [{"name": "OCI_CLI_AUTH", "value": 5}, "x", null], "volumeMounts": "y"}, "paths": set()},
	}

	found := rule.violations with input as testing.container(case.container)
	{violation.path | some violation in found} == case.paths
}

test_secret_with_key[note] if {
	some note, case in {
		"key and fingerprint": {"value": {"data": {"fingerprint": "YQ==", "private_key": "YQ=="}}, "count": 1},
		"plain": {"value": {"stringData": {"fingerprint": "a", "privateKey": "a"}}, "count": 1},
		"key alone": {"value": {"data": {"private_key": "YQ=="}}, "count": 0},
		"fingerprint alone": {"value": {"data": {"fingerprint": "YQ=="}}, "count": 0},
		"no data": {"value": {}, "count": 0},
	}

	found := rule.violations with input as testing.object_of("Secret", {"group": ""}, case.value)
	count(found) == case.count
}
