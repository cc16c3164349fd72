package rules.join["unsupported-claim_test"]

import data.lib.testing
import data.rules.join["unsupported-claim"] as rule

_input(facts, users, spec) := {
	"facts": {"virtual_nodes_fss_claims": facts},
	"index": {
		"pods": [{"id": "w1", "nodes": nodes, "namespace": "shop", "claims": [{"volume": "a", "index": 0, "claim": "data"}]} | some nodes in users],
		"objects": {"PersistentVolumeClaim": [testing.entry("PersistentVolumeClaim", {"id": "o2", "group": "", "name": "data"}, {"spec": spec})]},
	},
}

test_claims[note] if {
	rwx := {"accessModes": ["ReadWriteMany"], "storageClassName": "fss"}
	once := {"accessModes": ["ReadWriteOnce"], "storageClassName": "fss"}
	some note, case in {
		"seed, used": {"given": _input(false, ["virtual"], rwx), "severities": {"error"}},
		"seed, unused": {"given": _input(false, [], rwx), "severities": {"warning"}},
		"seed, managed user": {"given": _input(false, ["managed"], rwx), "severities": set()},
		"later, many": {"given": _input(true, ["virtual"], rwx), "severities": set()},
		"later, once": {"given": _input(true, ["virtual"], once), "severities": {"error"}},
		"later, once, unused": {"given": _input(true, [], once), "severities": {"warning"}},
		"later, default class": {"given": _input(true, ["virtual"], {"accessModes": ["ReadWriteMany"]}), "severities": {"warning"}},
		"later, block": {"given": _input(true, ["virtual"], {"accessModes": ["ReadWriteMany"], "storageClassName": "oci-bv"}), "severities": {"error"}},
	}
	found := rule.violations with input as case.given
	{violation.severity | some violation in found} == case.severities
}

test_templates[nodes] if {
	some nodes, expected in {"virtual": 1, "managed": 0}
	owner := testing.entry("StatefulSet", {"id": "o3", "nodes": nodes}, {"spec": {"volumeClaimTemplates": [{"spec": {}}]}})
	given := {"facts": {"virtual_nodes_fss_claims": false}, "index": {"pods": [], "objects": {"StatefulSet": [owner]}}}
	count(rule.violations) == expected with input as given
}

test_templates_of_custom_resources[note] if {
	template := {"spec": {"accessModes": ["ReadWriteOnce"]}}
	some note, case in {
		"Prometheus": {"kind": "Prometheus", "group": "monitoring.coreos.com", "spec": {"storage": {"volumeClaimTemplate": template}}, "path": ["spec", "storage", "volumeClaimTemplate"]},
		"Alertmanager": {"kind": "Alertmanager", "group": "monitoring.coreos.com", "spec": {"storage": {"volumeClaimTemplate": template}}, "path": ["spec", "storage", "volumeClaimTemplate"]},
		"ThanosRuler": {"kind": "ThanosRuler", "group": "monitoring.coreos.com", "spec": {"storage": {"volumeClaimTemplate": template}}, "path": ["spec", "storage", "volumeClaimTemplate"]},
		"Elasticsearch": {"kind": "Elasticsearch", "group": "elasticsearch.k8s.elastic.co", "spec": {"nodeSets": [{}, {"volumeClaimTemplates": [template]}]}, "path": ["spec", "nodeSets", 1, "volumeClaimTemplates", 0]},
		"Workflow": {"kind": "Workflow", "group": "argoproj.io", "spec": {"volumeClaimTemplates": [template]}, "path": ["spec", "volumeClaimTemplates", 0]},
		"StatefulSet of Kruise": {"kind": "StatefulSet", "group": "apps.kruise.io", "spec": {"volumeClaimTemplates": [template]}, "path": ["spec", "volumeClaimTemplates", 0]},
	}
	some nodes, paths in {"virtual": {case.path}, "managed": set()}
	owner := testing.entry(case.kind, {"id": "o3", "group": case.group, "nodes": nodes}, {"spec": case.spec})
	found := rule.violations with input as {"facts": {"virtual_nodes_fss_claims": true}, "index": {"pods": [], "objects": {case.kind: [owner]}}}
	{violation.path | some violation in found} == paths
}
