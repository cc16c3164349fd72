package rules.join["node-port-range-target-port_test"]

import data.lib.testing
import data.rules.join["node-port-range-target-port"] as rule

_given(fields, spec, pods) := {"index": {
	"pods": pods,
	"objects": {"Service": [testing.entry("Service", object.union({"group": ""}, fields), {"spec": spec})]},
}}

_service(port) := {"selector": {"app": "web"}, "ports": [port]}

_pod(fields) := object.union({"id": "w1", "namespace": "shop", "nodes": "virtual", "pod_labels": {"app": "web"}, "container_ports": []}, fields)

test_reported[note] if {
	some note, case in {
		"target": {"spec": _service({"port": 80, "targetPort": 30002}), "count": 1},
		"quoted, as Terraform reads it": {"spec": _service({"port": 80, "targetPort": "30002"}), "count": 1},
		"left out": {"spec": _service({"port": 30080}), "count": 1},
		"left empty": {"spec": _service({"port": 30080, "targetPort": ""}), "count": 1},
		"zero": {"spec": _service({"port": 30080, "targetPort": 0}), "count": 1},
		"without a value": {"spec": _service({"port": 30080, "targetPort": null}), "count": 1},
		"by name": {"spec": _service({"port": 30080, "targetPort": "http"}), "count": 0},
		"outside": {"spec": _service({"port": 30080, "targetPort": 8080}), "count": 0},
		"node port": {"spec": _service({"port": 80, "targetPort": 8080, "nodePort": 30080}), "count": 0},
		"no selector": {"spec": {"ports": [{"port": 80, "targetPort": 30002}]}, "count": 0},
		"empty selector": {"spec": {"selector": {}, "ports": [{"port": 80, "targetPort": 30002}]}, "count": 0},
		"external name": {"spec": object.union(_service({"port": 30080}), {"type": "ExternalName"}), "count": 0},
		"wrong types": {"spec": {"selector": {"app": "web"}, "ports": [7, null, {"port": {}}]}, "count": 0},
	}

	found := rule.violations with input as _given({}, case.spec, [])
	count(found) == case.count
}

test_pods[note] if {
	some note, case in {
		"virtual": {"fields": {}, "count": 1},
		"declares the port": {"fields": {"container_ports": [8080, 30002]}, "count": 0},
		"declares it in another namespace": {"fields": {"namespace": "bank", "container_ports": [30002]}, "count": 1},
		"another pod declares it": {"fields": {"pod_labels": {"app": "api"}, "container_ports": [30002]}, "count": 1},
		"on managed nodes": {"fields": {"nodes": "managed"}, "count": 0},
	}

	given := _given({}, _service({"port": 80, "targetPort": 30002}), [_pod(case.fields)])
	found := rule.violations with input as given
	count(found) == case.count
}

test_other_services[note] if {
	some note, fields in {"managed nodes": {"nodes": "managed"}, "knative": {"group": "serving.knative.dev"}}
	found := rule.violations with input as _given(fields, _service({"port": 80, "targetPort": 30002}), [])
	count(found) == 0
}

test_points_at_the_port if {
	found := rule.violations with input as _given({}, _service({"port": 30080}), [])
	some violation in found
	violation.path == ["spec", "ports", 0, "port"]
	violation.facts == {"port": 30080}
}

test_target_not_known[place] if {
	some place, expected in {"spec.ports.0.targetPort": 0, "spec.ports.1.targetPort": 1, "spec.ports.0.nodePort": 1}
	found := rule.violations with input as _given({"unknown": {place: "${PORT}"}}, _service({"port": 30080}), [])
	count(found) == expected
}
