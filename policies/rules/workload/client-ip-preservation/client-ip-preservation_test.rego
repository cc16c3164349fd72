package rules.workload["client-ip-preservation_test"]

import data.lib.testing
import data.rules.workload["client-ip-preservation"] as rule

_severities(found) := {object.get(violation, "severity", "own") | some violation in found}

test_reported[note] if {
	some note, case in {
		"local": {"fields": {"group": ""}, "value": {"spec": {"type": "LoadBalancer", "externalTrafficPolicy": "Local"}}, "severities": {"own"}},
		"node port": {"fields": {"group": ""}, "value": {"spec": {"type": "NodePort", "externalTrafficPolicy": "Local"}}, "severities": {"own"}},
		"cluster": {"fields": {"group": ""}, "value": {"spec": {"type": "LoadBalancer", "externalTrafficPolicy": "Cluster"}}, "severities": set()},
		"patch": {"fields": {"group": "", "partial": true}, "value": {"spec": {"externalTrafficPolicy": "Local"}}, "severities": {"own"}},
		"internal": {"fields": {"group": ""}, "value": {"spec": {"type": "ClusterIP", "externalTrafficPolicy": "Local"}}, "severities": set()},
		"preserve": {"fields": {"group": "", "annotations": {"oci-network-load-balancer.oraclecloud.com/is-preserve-source": "true"}}, "value": {}, "severities": {"own"}},
		"knative": {"fields": {"group": "serving.knative.dev"}, "value": {"spec": {"type": "LoadBalancer", "externalTrafficPolicy": "Local"}}, "severities": set()},
		"managed": {"fields": {"group": "", "nodes": "managed"}, "value": {"spec": {"type": "NodePort", "externalTrafficPolicy": "Local"}}, "severities": set()},
		"junk": {"fields": {"group": ""}, "value": {"spec": []}, "severities": set()},
	}

	found := rule.violations with input as testing.object_of(object.get(case.fields, "kind", "Service"), case.fields, case.value)
	_severities(found) == case.severities
}

test_requirements[note] if {
	some note, case in {
		"ingress-nginx": {"labels": {"app.kubernetes.io/name": "ingress-nginx"}, "ids": ["VNK-10", "VNK-13"]},
		"another": {"labels": {"app.kubernetes.io/name": "web"}, "ids": ["VNK-10"]},
	}
	given := testing.object_of("Service", {"group": "", "labels": case.labels}, {"spec": {"type": "LoadBalancer", "externalTrafficPolicy": "Local"}})
	found := rule.violations with input as given
	[violation.requirements | some violation in found] == [case.ids]
}

test_of_operators[nodes] if {
	path := ["spec", "http", "service", "spec", "externalTrafficPolicy"]
	some nodes, paths in {"virtual": {path}, "managed": set()}
	found := rule.violations with input as testing.custom("Elasticsearch", {"group": "elasticsearch.k8s.elastic.co", "nodes": nodes, "kept_addresses": [path]})
	{violation.path | some violation in found} == paths
}
