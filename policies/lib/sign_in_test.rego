package lib.sign_in_test

import data.lib.sign_in

test_key_file if {
	every path in ["oci_api_key.pem", "keys/oci_api_key.pem", "/x/oci_api_key"] {
		sign_in.key_file(path)
	}
	every path in ["oci_api_key_public.pem", "my_oci_api_key.pem.bak", "tls.key", 5] {
		not sign_in.key_file(path)
	}
}

test_called[note] if {
	some note, case in {
		"words": {"container": {"command": ["/usr/bin/oci"], "args": ["os", "ns", "get", "--auth", "instance_principal"]}, "fields": {"args"}},
		"script": {"container": {"args": ["set -e; oci os ns get --auth=\"api_key\""]}, "fields": {"args"}},
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
