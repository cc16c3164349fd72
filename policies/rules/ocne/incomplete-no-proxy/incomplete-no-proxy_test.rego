package rules.ocne["incomplete-no-proxy_test"]

import data.lib.ocne_testing as given
import data.rules.ocne["incomplete-no-proxy"] as rule

_given(excluded) := {
	"value": {"virtualIp": "192.168.1.9", "proxy": {"httpsProxy": "(not shown)", "noProxy": "(not shown)"}},
	"networks": array.concat(
		[{"role": "virtual-ip", "path": ["virtualIp"], "cidr": "192.168.1.9/32"}],
		[{"role": "no-proxy", "path": ["proxy", "noProxy"], "cidr": cidr} | some cidr in excluded],
	),
}

test_reported[note] if {
	some note, case in {
		"nothing excluded": {"given": [], "found": {["10.244.0.0/16", "10.96.0.0/12", "192.168.1.9/32"]}},
		"all but the address": {"given": ["10.244.0.0/16", "10.96.0.0/12"], "found": {["192.168.1.9/32"]}},
		"only a part": {"given": ["10.244.0.0/24", "10.96.0.0/12", "192.168.1.0/24"], "found": {["10.244.0.0/16"]}},
		"each": {"given": ["10.244.0.0/16", "10.96.0.0/12", "192.168.1.9/32"], "found": set()},
		"wider networks": {"given": ["10.0.0.0/8", "192.168.0.0/16"], "found": set()},
	}

	found := rule.violations with input as given.clusters([_given(case.given)])
	{violation.facts.missing | some violation in found} == case.found
}

test_silent_without_proxy if {
	count(rule.violations) == 0 with input as given.cluster(given.sound)
}

test_silent_where_the_exclusions_are_not_known if {
	entry := {"value": {"proxy": {"httpProxy": "(not shown)"}}, "unknown": {"proxy.noProxy": "(not shown)"}}
	count(rule.violations) == 0 with input as given.clusters([entry])
}
