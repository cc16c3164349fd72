package lib.mesh_test

import data.lib.mesh
import data.lib.testing

_input(charts, objects, addons) := {
	"charts": [testing.resource($"h{i}", chart) | some i, chart in charts],
	"addons": [testing.resource($"a{i}", addon) | some i, addon in addons],
	"index": {"pods": [], "objects": objects},
}

_object(group, nodes) := {"VirtualService": [testing.entry("VirtualService", {"group": group, "nodes": nodes}, {})]}

_namespace(labels) := testing.entry("Namespace", {"group": "", "nodes": "unknown", "labels": labels, "annotations": {}}, {})

test_pod_with_injection if {
	pod := {"id": "w1", "nodes": "managed", "pod_labels": {}, "pod_annotations": {"linkerd.io/inject": "enabled"}}
	given := object.union(_input([], {}, []), {"index": {"pods": [pod], "objects": {}}})
	found := mesh.others with input as given
	[one.item | some one in found] == ["w1"]
}

test_few_pods_are_enough if {
	pods := [{"id": $"w{i}", "nodes": "managed", "pod_labels": {"istio.io/rev": "default"}, "pod_annotations": {}} | some i in numbers.range(1, 9)]
	given := object.union(_input([], {}, []), {"index": {"pods": pods, "objects": {}}})
	found := mesh.others with input as given
	count(found) == 3
}

test_others[note] if {
	some note, case in {
		"chart": {"charts": [{"chart": "istiod", "nodes": "managed"}], "objects": {}, "items": ["h0"]},
		"chart of something else": {"charts": [{"chart": "nginx", "nodes": "managed"}], "objects": {}, "items": []},
		"chart for virtual nodes": {"charts": [{"chart": "istiod", "nodes": "virtual"}], "objects": {}, "items": []},
		"object": {"charts": [], "objects": _object("networking.istio.io", "unknown"), "items": ["o1"]},
		"telemetry": {"charts": [], "objects": {"Telemetry": [testing.entry("Telemetry", {"group": "telemetry.istio.io", "nodes": "unknown"}, {})]}, "items": ["o1"]},
		"Gateway API": {"charts": [], "objects": {"Gateway": [testing.entry("Gateway", {"group": "gateway.networking.k8s.io", "nodes": "unknown"}, {})]}, "items": []},
		"namespace with injection": {"charts": [], "objects": {"Namespace": [_namespace({"istio-injection": "enabled"})]}, "items": ["o1"]},
		"namespace without": {"charts": [], "objects": {"Namespace": [_namespace({"istio-injection": "disabled"})]}, "items": []},
		"object of another group": {"charts": [], "objects": _object("example.com", "unknown"), "items": []},
	}
	found := mesh.others with input as _input(case.charts, case.objects, [])
	[one.item | some one in found] == case.items
}

test_istio_addons if {
	found := mesh.istio_addons with input as _input([], {}, [{"addon": "Istio"}, {"addon": "CoreDNS"}])
	[addon.id | some addon in found] == ["a0"]
}
