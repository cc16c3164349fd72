package rules.join["virtual-pool-in-autoscaler-chart_test"]

import data.rules.join["virtual-pool-in-autoscaler-chart"] as rule

test_reported[note] if {
	some note, case in {
		"in a mixed cluster": {"nodes": "mixed-unknown", "name": "ocid1.virtualnodepool.oc1..a", "count": 1},
		"where nothing is known": {"nodes": "unknown", "name": "ocid1.virtualnodepool.oc1..a", "count": 1},
		"where the chart itself is reported": {"nodes": "virtual", "name": "ocid1.virtualnodepool.oc1..a", "count": 0},
		"a managed pool": {"nodes": "mixed-unknown", "name": "ocid1.nodepool.oc1..a", "count": 0},
	}
	chart := {"id": "ch1", "chart": "cluster-autoscaler", "notation": "manifest", "nodes": case.nodes, "unknown": {}, "values": {"autoscalingGroups": [{"name": case.name}]}}
	found := rule.violations with input as {"charts": [chart]}
	count(found) == case.count
}
