package lib.field_test

import data.lib.field

test_meant[key] if {
	some key, name in {
		"hostPid": "hostPID",
		"hostpid": "hostPID",
		"hostName": "hostname",
		"podOS": "os",
		"PodOs": "os",
		"OS": "os",
		"Overhead": "overhead",
		"setHostNameAsFqdn": "setHostnameAsFQDN",
		"TerminationGracePeriodSeconds": "terminationGracePeriodSeconds",
	}
	field.meant("pod", key).name == name
}

test_right_or_another_word[key] if {
	some key in ["hostPID", "hostname", "os", "overhead", "setHostnameAsFQDN", "subdomain", "hostUsers", "hostAliases", "containers"]
	not field.meant("pod", key)
}

test_levels_do_not_mix if {
	not field.meant("container", "hostPid")
	field.meant("container", "TTY").name == "tty"
	field.meant("container security", "Privileged").ids == ["VNP-47"]
}
