package rules.cluster["pinned-network-add-on_test"]

import data.lib.testing
import data.rules.cluster["pinned-network-add-on"] as rule

test_reported[note] if {
	some note, case in {
		"pinned": {"addon": {"addon": "OciVcnIpNative", "addon_version": "1.1.0"}, "later": false, "when": {"when nodes are next rebooted"}},
		"old and pinned, later": {"addon": {"addon": "OciVcnIpNative", "addon_version": "2.2.1"}, "later": true, "when": {"when nodes are next rebooted"}},
		"new and pinned": {"addon": {"addon": "OciVcnIpNative", "addon_version": "v2.3.0"}, "later": true, "when": {"on new nodes"}},
		"much newer": {"addon": {"addon": "OciVcnIpNative", "addon_version": "10.0.0"}, "later": true, "when": {"on new nodes"}},
		"automatic": {"addon": {"addon": "OciVcnIpNative"}, "later": true, "when": set()},
		"unknown": {"addon": {"addon": "OciVcnIpNative", "unknown": {"addon_version": "var.v"}}, "later": true, "when": set()},
		"another add-on": {"addon": {"addon": "CoreDNS", "addon_version": "1.1.0"}, "later": true, "when": set()},
		"new and pinned, before nodes took it over": {"addon": {"addon": "OciVcnIpNative", "addon_version": "2.3.0"}, "later": false, "when": {"when nodes are next rebooted"}},
	}
	found := rule.violations with input as {
		"facts": object.union(testing.facts, {"network_addon_on_delete": case.later}),
		"addons": [testing.resource("a1", case.addon)],
	}
	{violation.facts.when | some violation in found} == case.when
}
