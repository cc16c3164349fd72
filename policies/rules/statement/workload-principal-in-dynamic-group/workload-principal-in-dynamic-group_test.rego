package rules.statement["workload-principal-in-dynamic-group_test"]

import data.lib.testing
import data.rules.statement["workload-principal-in-dynamic-group"] as rule

test_reported[note] if {
	some note, case in {
		"type": {"term": testing.term("resource.type", "workload"), "count": 1},
		"capitals": {"term": testing.term("resource.type", "Workload"), "count": 1},
		"namespace": {"term": testing.term("request.principal.namespace", "shop"), "count": 1},
		"service account": {"term": testing.term("request.principal.service_account", "web"), "count": 1},
		"cluster of a workload": {"term": testing.term("request.principal.cluster_id", "ocid1.cluster.oc1..c"), "count": 1},
		"type of the principal": {"term": testing.term("request.principal.type", "workload"), "count": 1},
		"cluster": {"term": testing.term("resource.type", "cluster"), "count": 0},
		"no workload": {"term": object.union(testing.term("resource.type", "workload"), {"operator": "!="}), "count": 0},
		"instances": {"term": testing.term("instance.compartment.id", "workload"), "count": 0},
	}

	found := rule.violations with input as {"dynamic_groups": [testing.dynamic_group({"clauses": [[case.term]]})]}
	count(found) == case.count
}
