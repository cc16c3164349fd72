package rules.bootstrap["expiring-package-url_test"]

import data.lib.bootstrap_testing
import data.lib.testing
import data.rules.bootstrap["expiring-package-url"] as rule

_given(fields) := {"facts": testing.facts, "bootstraps": [bootstrap_testing.script(fields)], "node_pools": [], "index": {"objects": {}}}

test_reported[note] if {
	some note, case in {
		"link": {"entry": {"package_urls": ["https://objectstorage.us-sanjose-1.oraclecloud.com/p/\u2026/n/odx-oke/b/okn-repositories/o/prod/ubuntu-jammy/kubernetes-1.31"]}, "severities": {"own"}},
		"lasting address": {"entry": {"package_urls": ["https://objectstorage.us-sanjose-1.oraclecloud.com/n/odx-oke/b/okn-repositories/o/prod/ubuntu-jammy/kubernetes-1.31"]}, "severities": set()},
		"link to something else": {"entry": {"package_urls": ["https://objectstorage.us-sanjose-1.oraclecloud.com/p/\u2026/n/mine/b/things/o/a"]}, "severities": set()},
	}

	found := rule.violations with input as _given(case.entry)
	{_severity(violation) | some violation in found} == case.severities
}

_severity(violation) := object.get(violation, "severity", "own")

test_place if {
	found := rule.violations with input as _given({"package_urls": ["https://objectstorage.us-sanjose-1.oraclecloud.com/p/\u2026/n/odx-oke/b/okn-repositories/o/prod/ubuntu-jammy/kubernetes-1.31"]})
	{violation.path | some violation in found} == {["package_urls", 0]}
}

test_error_when_it_has_ended if {
	entry := {"package_urls": ["https://a.example/p/…/n/odx-oke/b/okn-repositories/o/a"]}
	given := object.union(_given(entry), {"facts": {"ubuntu_package_links_ended": true}})
	found := rule.violations with input as given
	{[_severity(violation), violation.facts.ends] | some violation in found} == {["error", "has ended on 2026-11-01"]}
}
