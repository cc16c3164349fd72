package rules.ocne["unprotected-boot-source_test"]

import data.lib.ocne_testing as given
import data.rules.ocne["unprotected-boot-source"] as rule

_url(fields) := {"urls": [object.union({"path": ["commands", 3], "what": "ignition", "scheme": "http", "host": "boot.example"}, fields)]}

test_reported[note] if {
	some note, case in {
		"host": {"given": {}, "found": 1},
		"private address": {"given": {"host": "192.168.1.4"}, "found": 1},
		"this host": {"given": {"host": "localhost"}, "found": 0},
		"this address": {"given": {"host": "127.0.0.1"}, "found": 0},
		"over TLS": {"given": {"scheme": "https"}, "found": 0},
		"this host in IPv6": {"given": {"host": "[::1]"}, "found": 0},
		"this host by its other name": {"given": {"host": "ip6-localhost"}, "found": 0},
		"no host": {"given": {"host": ""}, "found": 0},
		"a host with such a name": {"given": {"host": "localhost.example"}, "found": 1},
	}

	count(rule.violations) == case.found with input as given.files("kickstart", [_url(case.given)])
	count(rule.violations) == case.found with input as given.calls([_url(case.given)], [])
}

test_silent_where_the_host_is_not_known if {
	entry := {"urls": [{"path": [], "what": "kickstart", "scheme": "http"}]}
	count(rule.violations) == 0 with input as given.files("kickstart", [entry])
}
