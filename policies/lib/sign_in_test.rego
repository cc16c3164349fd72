package lib.sign_in_test

import data.lib.sign_in

test_key_file if {
	every path in ["oci_api_key.pem", "keys/oci_api_key.pem", "/x/oci_api_key"] {
		sign_in.key_file(path)
	}
	every path in ["oci_api_key_public.pem", "my_oci_api_key.pem.bak", "my_oci_api_key.pem", "tls.key", 5] {
		not sign_in.key_file(path)
	}
}

test_called[note] if {
	some note, case in {
		"words": {"container": {"command": ["/usr/bin/oci"], "args": ["os", "ns", "get", "--auth", "instance_principal"]}, "fields": {"args"}},
		"script": {"container": {"args": ["set -e; oci os ns get --auth=\"api_key\""]}, "fields": {"args"}},
		"script of several lines": {"container": {"args": ["oci os ns get \\\n  --auth instance_principal"]}, "fields": {"args"}},
		"of another program on another line": {"container": {"args": ["oci os ns get\nother --auth instance_principal"]}, "fields": set()},
		"call within another": {"container": {"args": ["key=$(oci os ns get --auth instance_principal)"]}, "fields": {"args"}},
		"call between others": {"container": {"args": ["true;oci --auth api_key os ns get"]}, "fields": {"args"}},
		"another program of a like name": {"container": {"args": ["my-oci get --auth instance_principal"]}, "fields": set()},
		"variable before the call": {"container": {"command": ["sh", "-c", "OCI_CLI_AUTH=instance_principal oci os ns get"]}, "fields": {"command"}},
		"exported variable": {"container": {"args": ["export OCI_CLI_AUTH='api_key'; ./backup.sh"]}, "fields": {"args"}},
		"the right variable": {"container": {"args": ["OCI_CLI_AUTH=oke_workload_identity oci os ns get # not instance_principal"]}, "fields": set()},
		"another variable": {"container": {"args": ["MY_OCI_CLI_AUTH=instance_principal ./web"]}, "fields": set()},
		"longer type": {"container": {"args": ["oci os ns get --auth api_keys; OCI_CLI_AUTH=api_keys oci os ns get"]}, "fields": set()},
		"another way": {"container": {"args": ["oci", "--auth", "resource_principal"]}, "fields": set()},
		"wrong types": {"container": {"command": "oci --auth api_key", "args": [5, null]}, "fields": set()},
	}

	fields := {field |
		some field in ["command", "args"]
		some word in case.container[field]
		count(sign_in.called({"value": case.container}, word)) > 0
	}
	fields == case.fields
}

test_called_in_two_ways if {
	script := "oci os ns get --auth api_key || oci os ns get --auth instance_principal"
	sign_in.called({"value": {"args": [script]}}, script) == {"with a user's API key", "as an instance principal"}
}

test_stated[note] if {
	some note, case in {
		"of the CLI": {"name": "OCI_CLI_AUTH", "value": "instance_principal", "how": {"as an instance principal"}},
		"for another user": {"name": "OCI_CLI_AUTH", "value": "instance_obo_user", "how": {"as an instance principal"}},
		"of a program": {"name": "OCI_AUTH_TYPE", "value": "InstancePrincipal", "how": {"as an instance principal"}},
		"of another": {"name": "OCI_AUTH", "value": "UserPrincipal", "how": {"with a user's API key"}},
		"spelled out": {"name": "OCI_AUTHENTICATION_TYPE", "value": "API_KEY", "how": {"with a user's API key"}},
		"by the configuration": {"name": "OCI_CLI_AUTH", "value": "config_file", "how": {"with a user's API key"}},
		"workload identity": {"name": "OCI_CLI_AUTH", "value": "oke_workload_identity", "how": set()},
		"another variable": {"name": "AUTH", "value": "instance_principal", "how": set()},
		"switch": {"name": "OKE_USE_INSTANCE_PRINCIPAL", "value": "true", "how": {"as an instance principal"}},
		"switch of others": {"name": "OCI_USE_INSTANCE_PRINCIPAL", "value": "True", "how": {"as an instance principal"}},
		"switch of no name": {"name": "USE_INSTANCE_PRINCIPAL", "value": "true", "how": {"as an instance principal"}},
		"switch that is off": {"name": "OKE_USE_INSTANCE_PRINCIPAL", "value": "false", "how": set()},
		"another switch": {"name": "USE_PROXY", "value": "true", "how": set()},
		"not a text": {"name": "OCI_CLI_AUTH", "value": 5, "how": set()},
	}
	{how | how := sign_in.stated(case.name, case.value)} == case.how
}

test_configuration[path] if {
	some path in ["/root/.oci", "/root/.oci/config", "/home/app/.oci/", "/keys/oci_api_key.pem"]
	sign_in.configuration(path)
}

test_no_configuration[path] if {
	some path in ["/root/.ocid", "/root/my.oci", "/keys/oci_api_key.pem.bak", "/etc/oci", 5]
	not sign_in.configuration(path)
}

test_controller[word] if {
	some word in [
		"--auth-type=instance", "--authType=instance", "--authtype instance-principal", "--auth-type=instancePrincipal",
		`--auth-type="instance"`,
	]
	sign_in.called({"value": {"args": [word]}}, word) == {"as an instance principal"}
}

test_no_controller[word] if {
	some word in ["--auth-type=workloadIdentity", "--auth-type=instances", "--my--auth-type=instance", "--auth-types=instance", "--auth-type"]
	sign_in.called({"value": {"args": [word]}}, word) == set()
}
