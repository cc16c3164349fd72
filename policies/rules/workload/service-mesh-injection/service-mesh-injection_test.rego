package rules.workload["service-mesh-injection_test"]

import data.lib.testing
import data.rules.workload["service-mesh-injection"] as rule

_severities(found) := {object.get(violation, "severity", "own") | some violation in found}

test_reported[note] if {
	some note, case in {
		"enabled": {"fields": {"group": "", "labels": {"istio-injection": "enabled"}}, "value": {}, "severities": {"own"}},
		"disabled": {"fields": {"group": "", "labels": {"istio-injection": "disabled"}}, "value": {}, "severities": set()},
		"namespace of a message queue": {"fields": {"group": "servicebus.azure.com", "labels": {"istio-injection": "enabled"}}, "value": {}, "severities": set()},
		"annotation": {"fields": {"group": "", "annotations": {"linkerd.io/inject": "enabled"}}, "value": {}, "severities": {"own"}},
		"managed": {"fields": {"group": "", "nodes": "managed", "labels": {"istio-injection": "enabled"}}, "value": {}, "severities": set()},
	}

	found := rule.violations with input as testing.object_of(object.get(case.fields, "kind", "Namespace"), case.fields, case.value)
	_severities(found) == case.severities
}

test_pods[value] if {
	some value, expected in {"true": 1, "false": 0}
	found := rule.violations with input as testing.pod_of({"pod_annotations": {"sidecar.istio.io/inject": value}}, {})
	count(found) == expected
}

test_revision_of_a_pod[note] if {
	label := {"pod_labels": {"istio.io/rev": "stable"}}
	some note, case in {
		"label": {"fields": label, "count": 1},
		"label, kept out by annotation": {"fields": object.union(label, {"pod_annotations": {"sidecar.istio.io/inject": "false"}}), "count": 0},
		"label, kept out by label": {"fields": {"pod_labels": {"istio.io/rev": "stable", "sidecar.istio.io/inject": "false"}}, "count": 0},
		"what the injection leaves": {"fields": {"pod_annotations": {"istio.io/rev": "stable"}}, "count": 0},
		"another mesh beside": {"fields": {"pod_labels": {"sidecar.istio.io/inject": "false"}, "pod_annotations": {"linkerd.io/inject": "enabled"}}, "count": 1},
	}
	count(rule.violations) == case.count with input as testing.pod_of(case.fields, {})
}

test_points_at_the_template if {
	found := rule.violations with input as testing.pod_of({"pod_labels": {"sidecar.istio.io/inject": "true"}}, {})
	some violation in found
	violation.item == "o1"
	violation.path == ["spec", "template", "metadata", "labels", "sidecar.istio.io/inject"]
}

test_other_switches[note] if {
	some note, case in {
		"ambient": {"labels": {"istio.io/dataplane-mode": "ambient"}, "count": 1},
		"out of ambient": {"labels": {"istio.io/dataplane-mode": "none"}, "count": 0},
		"revision": {"labels": {"istio.io/rev": "asm-managed"}, "count": 1},
		"no revision": {"labels": {"istio.io/rev": ""}, "count": 0},
		"Open Service Mesh": {"labels": {"openservicemesh.io/monitored-by": "osm"}, "count": 1},
		"Kuma": {"labels": {"kuma.io/sidecar-injection": "enabled"}, "count": 1},
		"OCI Service Mesh": {"labels": {"servicemesh.oci.oracle.com/sidecar-injection": "enabled"}, "count": 1},
		"OCI Service Mesh off": {"labels": {"servicemesh.oci.oracle.com/sidecar-injection": "disabled"}, "count": 0},
		"somebody else's": {"labels": {"example.com/istio-injection": "enabled"}, "count": 0},
	}
	found := rule.violations with input as testing.object_of("Namespace", {"group": "", "labels": case.labels}, {})
	count(found) == case.count
}

test_cron_job if {
	template := ["spec", "jobTemplate", "spec", "template"]
	found := rule.violations with input as testing.pod_of({"kind": "CronJob", "template": template, "pod_annotations": {"linkerd.io/inject": "enabled"}}, {})
	{violation.path | some violation in found} == {["spec", "jobTemplate", "spec", "template", "metadata", "annotations", "linkerd.io/inject"]}
}

test_kustomization[note] if {
	on := {"linkerd.io/inject": "enabled"}
	some note, case in {
		"annotations": {"value": {"commonAnnotations": on}, "paths": {["commonAnnotations", "linkerd.io/inject"]}},
		"labels": {"value": {"commonLabels": {"sidecar.istio.io/inject": "true"}}, "paths": {["commonLabels", "sidecar.istio.io/inject"]}},
		"labels of templates": {
			"value": {"labels": [{"pairs": {"a": "b"}}, {"includeTemplates": true, "pairs": {"istio.io/rev": "x", "a": "b"}}]},
			"paths": {["labels", 1, "pairs", "istio.io/rev"]},
		},
		"labels of selectors": {"value": {"labels": [{"includeSelectors": true, "pairs": on}]}, "paths": {["labels", 0, "pairs", "linkerd.io/inject"]}},
		"labels of objects alone": {"value": {"labels": [{"includeTemplates": false, "pairs": on}, {"pairs": on}]}, "paths": set()},
		"off": {"value": {"commonAnnotations": {"linkerd.io/inject": "disabled"}}, "paths": set()},
		"a revision as annotation": {"value": {"commonAnnotations": {"istio.io/rev": "x"}}, "paths": set()},
		"kept out": {"value": {"commonLabels": {"istio.io/rev": "x", "sidecar.istio.io/inject": "false"}}, "paths": set()},
		"junk": {"value": {"commonAnnotations": "linkerd.io/inject", "commonLabels": [1, null], "labels": {"a": {"pairs": 7}}}, "paths": set()},
		"junk inside": {"value": {"commonAnnotations": {"linkerd.io/inject": true}, "labels": [null, {"includeTemplates": true, "pairs": null}]}, "paths": set()},
	}
	given := testing.object_of("Kustomization", {"group": "kustomize.config.k8s.io"}, case.value)
	found := rule.violations with input as given
	{violation.path | some violation in found} == case.paths
}

test_kustomization_of_flux if {
	given := testing.object_of("Kustomization", {"group": "kustomize.toolkit.fluxcd.io"}, {"commonAnnotations": {"linkerd.io/inject": "enabled"}})
	count(rule.violations) == 0 with input as given
}
