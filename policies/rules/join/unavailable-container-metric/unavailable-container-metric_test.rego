package rules.join["unavailable-container-metric_test"]

import data.lib.testing
import data.rules.join["unavailable-container-metric"] as rule

_query(fields) := {"metric_queries": [object.union(testing.resource("q1", {"nodes": "virtual", "metrics": []}), fields)]}

test_named[note] if {
	some note, case in {
		"rss": {"asked": ["container_memory_rss"], "named": ["container_memory_rss"]},
		"offered": {"asked": ["container_cpu_usage_seconds_total", "container_memory_working_set_bytes"], "named": null},
		"one of two": {
			"asked": ["container_memory_working_set_bytes", "container_fs_reads_total"],
			"named": ["container_fs_reads_total"],
		},
		"several": {
			"asked": ["container_processes", "container_network_receive_bytes_total"],
			"named": ["container_processes", "container_network_receive_bytes_total"],
		},
		"swap": {"asked": ["container_swap_usage_bytes"], "named": ["container_swap_usage_bytes"]},
		"a label": {"asked": ["container_name", "container_id", "container_label_app"], "named": null},
		"an application's own": {"asked": ["container_registry_pulls_total"], "named": null},
		"nothing": {"asked": [], "named": null},
	}

	found := {violation.facts.metrics | some violation in rule.violations with input as _query({"metrics": case.asked})}
	found == {named | some named in [case.named]; named != null}
}

test_first_is_the_place_and_others_are_related if {
	asked := ["container_cpu_usage_seconds_total", "container_fs_reads_total", "container_processes"]
	some violation in rule.violations with input as _query({"metrics": asked})
	violation.path == ["metrics", 1]
	[other.path | some other in violation.related] == [["metrics", 2]]
}

test_silent[nodes] if {
	some nodes in ["managed", "self-managed", "unknown"]
	count(rule.violations) == 0 with input as _query({"nodes": nodes, "metrics": ["container_fs_reads_total"]})
}

test_mixed if {
	count(rule.violations) == 1 with input as _query({"nodes": "mixed-unknown", "metrics": ["container_fs_reads_total"]})
}
