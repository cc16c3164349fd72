package rules.join["unsupported-chart-setting_test"]

import data.lib.testing
import data.rules.join["unsupported-chart-setting"] as rule

_input(setting, nodes, later) := {
	"facts": {"virtual_nodes_fss_claims": later},
	"chart_settings": [testing.resource("setting1", {"nodes": nodes, "asks": [{"setting": setting, "key": "a.b"}]})],
}

test_settings[note] if {
	some note, case in {
		"network": {"given": _input("hostNetwork", "virtual", false), "requirements": {["VNP-30"]}},
		"processes": {"given": _input("hostPID", "virtual", false), "requirements": {["VNP-31"]}},
		"messages between processes": {"given": _input("hostIPC", "virtual", false), "requirements": {["VNP-29"]}},
		"init containers": {"given": _input("initContainers", "virtual", false), "requirements": {["VNP-04"]}},
		"privileged": {"given": _input("privileged", "virtual", false), "requirements": {["VNP-47"]}},
		"network policy": {"given": _input("networkPolicy", "virtual", false), "requirements": {["VNK-04"]}},
		"addresses of clients": {"given": _input("externalTrafficPolicy", "virtual", false), "requirements": {["VNK-10"]}},
		"security lists": {"given": _input("securityLists", "virtual", false), "requirements": {["VNL-01"]}},
		"security lists by the newer key": {"given": _input("securityRules", "virtual", false), "requirements": {["VNL-02"]}},
		"mixed": {"given": _input("daemonSet", "mixed-unknown", false), "requirements": {["VNK-01"]}},
		"group": {"given": _input("fsGroup", "virtual", false), "requirements": {["VNP-40"]}},
		"group, later": {"given": _input("fsGroup", "virtual", true), "requirements": set()},
		"claim, later": {"given": _input("persistence", "virtual", true), "requirements": {["VNK-02"]}},
		"managed": {"given": _input("hostNetwork", "managed", false), "requirements": set()},
		"unknown target": {"given": _input("hostNetwork", "unknown", false), "requirements": set()},
		"setting of the future": {"given": _input("other", "virtual", false), "requirements": set()},
	}
	found := rule.violations with input as case.given
	{violation.requirements | some violation in found} == case.requirements
}

test_several_at_one_place if {
	asks := [{"setting": "hostPID", "key": "a.hostPID"}, {"setting": "daemonSet", "key": "b.kind"}, {"setting": "daemonSet", "key": "c.kind"}]
	given := {"facts": {}, "chart_settings": [testing.resource("setting1", {"nodes": "virtual", "asks": asks})]}
	some violation in rule.violations with input as given
	violation.facts == {"keys": "a.hostPID, b.kind, c.kind", "what": "a DaemonSet, the processes of the node"}
	violation.requirements == ["VNK-01", "VNP-31"]
}
