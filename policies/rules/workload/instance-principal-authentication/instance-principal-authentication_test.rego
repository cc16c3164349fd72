package rules.workload["instance-principal-authentication_test"]

import data.lib.testing
import data.rules.workload["instance-principal-authentication"] as rule

test_reported[note] if {
	some note, case in {
		"CLI": {"container": {"env": [{"name": "OCI_CLI_AUTH", "value": "instance_principal"}]}, "paths": {["env", 0, "value"]}},
		"SDK, in capitals": {"container": {"env": [{"name": "A", "value": "b"}, {"name": "OCI_AUTH_TYPE", "value": "INSTANCE_PRINCIPAL"}]}, "paths": {["env", 1, "value"]}},
		"API key": {"container": {"env": [{"name": "OCI_CLI_AUTH", "value": "api_key"}]}, "paths": {["env", 0, "value"]}},
		"key file": {"container": {"env": [{"name": "OCI_CLI_KEY_FILE", "value": "/keys/a.pem"}]}, "paths": {["env", 0, "name"]}},
		"key itself": {"container": {"env": [{"name": "OCI_CLI_KEY_CONTENT", "valueFrom": {"secretKeyRef": {"name": "oci", "key": "key"}}}]}, "paths": {["env", 0, "name"]}},
		"key file of the SDK": {"container": {"env": [{"name": "OCI_KEY_FILE", "value": "/keys/a.pem"}]}, "paths": {["env", 0, "name"]}},
		"configuration": {"container": {"volumeMounts": [{"name": "oci", "mountPath": "/root/.oci"}]}, "paths": {["volumeMounts", 0, "mountPath"]}},
		"configuration file": {"container": {"volumeMounts": [{"name": "oci", "mountPath": "/root/.oci/config"}]}, "paths": {["volumeMounts", 0, "mountPath"]}},
		"workload identity": {"container": {"env": [{"name": "OCI_CLI_AUTH", "value": "oke_workload_identity"}, {"name": "OCI_RESOURCE_PRINCIPAL_VERSION", "value": "2.2"}]}, "paths": set()},
		"resource principal": {"container": {"env": [{"name": "OCI_CLI_AUTH", "value": "resource_principal"}]}, "paths": set()},
		"another variable": {"container": {"env": [{"name": "AUTH", "value": "instance_principal"}]}, "paths": set()},
		"another folder": {"container": {"volumeMounts": [{"name": "oci", "mountPath": "/etc/oci"}]}, "paths": set()},
		"from elsewhere": {"container": {"env": [{"name": "OCI_CLI_AUTH", "valueFrom": {"configMapKeyRef": {"name": "a", "key": "b"}}}]}, "paths": set()},
		"part of a volume": {"container": {"volumeMounts": [{"name": "oci", "mountPath": "/keys/k", "subPath": "oci_api_key.pem"}]}, "paths": {["volumeMounts", 0, "subPath"]}},
		"part of a volume at its usual place": {"container": {"volumeMounts": [{"name": "oci", "mountPath": "/root/.oci/oci_api_key.pem", "subPath": "oci_api_key.pem"}]}, "paths": {["volumeMounts", 0, "mountPath"]}},
		"words of the CLI": {"container": {"command": ["oci"], "args": ["os", "ns", "get", "--auth", "instance_principal"]}, "paths": {["args"]}},
		"script": {"container": {"command": ["sh", "-c", "oci os ns get --auth=api_key"]}, "paths": {["command"]}},
		"CLI with workload identity": {"container": {"args": ["oci", "os", "ns", "get", "--auth", "oke_workload_identity"]}, "paths": set()},
		"switch of the Cluster Autoscaler": {"container": {"env": [{"name": "OKE_USE_INSTANCE_PRINCIPAL", "value": "true"}]}, "paths": {["env", 0, "value"]}},
		"switch that is off": {"container": {"env": [{"name": "OKE_USE_INSTANCE_PRINCIPAL", "value": "false"}]}, "paths": set()},
		"option of a controller": {"container": {"args": ["--cluster-id=a", "--authType=instance"]}, "paths": {["args"]}},
		"controller with workload identity": {"container": {"args": ["--authType=workloadIdentity"]}, "paths": set()},
		"option of another program": {"container": {"args": ["tool", "--auth", "instance_principal"]}, "paths": set()},
		"wrong types": {"container": {"env": [{"name": "OCI_CLI_AUTH", "value": 5}, "x", null], "volumeMounts": "y"}, "paths": set()},
	}

	found := rule.violations with input as testing.container(case.container)
	{violation.path | some violation in found} == case.paths
}

test_secret_with_key[note] if {
	some note, case in {
		"key and fingerprint": {"value": {"data": {"fingerprint": "YQ==", "private_key": "YQ=="}}, "count": 1},
		"plain": {"value": {"stringData": {"fingerprint": "a", "privateKey": "a"}}, "count": 1},
		"key by its short name": {"value": {"data": {"fingerprint": "YQ==", "key": "YQ=="}}, "count": 1},
		"key by the name of its file": {"value": {"data": {"fingerprint": "YQ==", "oci_api_key.pem": "YQ=="}}, "count": 1},
		"key alone": {"value": {"data": {"private_key": "YQ=="}}, "count": 0},
		"fingerprint alone": {"value": {"data": {"fingerprint": "YQ=="}}, "count": 0},
		"no data": {"value": {}, "count": 0},
	}

	found := rule.violations with input as testing.object_of("Secret", {"group": ""}, case.value)
	count(found) == case.count
}

test_secret_that_is_filled_in_later[note] if {
	some note, case in {
		"both": {"unknown": {"stringData.fingerprint": "${FP}", "stringData.private_key": "${KEY}"}, "count": 1},
		"each in its own place": {"unknown": {"stringData.fingerprint": "${FP}", "data.private_key": "${KEY}"}, "count": 0},
		"something else": {"unknown": {"stringData.fingerprint": "${FP}", "metadata.name": "${KEY}"}, "count": 0},
	}
	given := testing.object_of("Secret", {"group": "", "unknown": case.unknown}, {"stringData": {}})
	count(rule.violations) == case.count with input as given
}

test_volume[note] if {
	some note, case in {
		"key": {"value": {"secret": {"secretName": "oci", "items": [{"key": "oci_api_key.pem", "path": "k"}]}}, "count": 1},
		"path": {"value": {"secret": {"secretName": "oci", "items": [{"key": "k", "path": "x/oci_api_key.pem"}]}}, "count": 1},
		"another key": {"value": {"secret": {"secretName": "oci", "items": [{"key": "tls.key", "path": "tls.key"}]}}, "count": 0},
		"no items": {"value": {"secret": {"secretName": "oci_api_key.pem"}}, "count": 0},
		"wrong types": {"value": {"secret": {"items": [5, {"key": 5}]}}, "count": 0},
	}

	found := rule.violations with input as testing.volume(case.value)
	count(found) == case.count
}

test_config_map[note] if {
	some note, case in {
		"instance principal": {"value": {"data": {"OCI_CLI_AUTH": "instance_principal"}}, "count": 1},
		"workload identity": {"value": {"data": {"OCI_CLI_AUTH": "oke_workload_identity"}}, "count": 0},
		"another name": {"value": {"data": {"AUTH": "instance_principal"}}, "count": 0},
		"wrong types": {"value": {"data": {"OCI_CLI_AUTH": 5}}, "count": 0},
	}

	found := rule.violations with input as testing.object_of("ConfigMap", {"group": ""}, case.value)
	count(found) == case.count
}

test_kinds_of_other_groups[kind] if {
	some kind, value in {
		"Secret": {"data": {"fingerprint": "YQ==", "private_key": "YQ=="}},
		"ConfigMap": {"data": {"OCI_CLI_AUTH": "instance_principal"}},
	}
	count(rule.violations) == 0 with input as testing.object_of(kind, {"group": "example.com"}, value)
}
