package rules.workload["cluster-autoscaler_test"]

import data.lib.testing
import data.rules.workload["cluster-autoscaler"] as rule

test_images[note] if {
	some note, case in {
		"upstream": {"image": "registry.k8s.io/autoscaling/cluster-autoscaler", "nodes": "virtual", "count": 1},
		"oracle": {"image": "iad.ocir.io/oracle/oci-cluster-autoscaler", "nodes": "virtual", "count": 1},
		"another": {"image": "shop/cluster-autoscaler-docs", "nodes": "virtual", "count": 0},
		"mixed": {"image": "cluster-autoscaler", "nodes": "mixed-unknown", "count": 0},
		"managed": {"image": "cluster-autoscaler", "nodes": "managed", "count": 0},
	}
	found := rule.violations with input as testing.container_entry({"nodes": case.nodes, "image": {"repository": case.image}})
	count(found) == case.count
}

test_names[note] if {
	some note, case in {
		"by its name": {"fields": {"name": "cluster-autoscaler"}, "count": 1},
		"by its label": {"fields": {"pod_labels": {"k8s-app": "cluster-autoscaler"}}, "count": 1},
		"another name": {"fields": {"name": "cluster-autoscaler-exporter"}, "count": 0},
		"mixed": {"fields": {"name": "cluster-autoscaler", "nodes": "mixed-unknown"}, "count": 0},
		"another kind": {"fields": {"name": "cluster-autoscaler", "kind": "CronJob", "group": "batch"}, "count": 0},
		"ReplicaSet of a dump": {"fields": {"name": "cluster-autoscaler-7d9f", "kind": "ReplicaSet", "pod_labels": {"k8s-app": "cluster-autoscaler"}}, "count": 0},
		"Deployment of another API": {"fields": {"name": "cluster-autoscaler", "group": "example.com"}, "count": 0},
		"old group": {"fields": {"name": "cluster-autoscaler", "group": "extensions"}, "count": 1},
	}
	found := rule.violations with input as testing.pod_of(case.fields, {"containers": [{"name": "scaler", "image": "fra.ocir.io/shop/scaler:1"}]})
	count(found) == case.count
}

test_once_for_name_and_image if {
	given := testing.pod_of({"name": "cluster-autoscaler"}, {"containers": [{"name": "scaler"}]})
	image := {"repository": "registry.k8s.io/autoscaling/cluster-autoscaler"}
	containers := [object.union(container, {"image": image}) | some container in given.workloads.containers]
	found := rule.violations with input as object.union(given, {"workloads": object.union(given.workloads, {"containers": containers})})
	[violation.path | some violation in found] == [["image"]]
}
