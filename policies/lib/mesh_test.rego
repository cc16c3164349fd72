package lib.mesh_test

import data.lib.mesh
import data.lib.testing

_input(charts, objects, addons) := {
	"charts": [testing.resource($"h{i}", chart) | some i, chart in charts],
	"addons": [testing.resource($"a{i}", addon) | some i, addon in addons],
	"index": {"pods": [], "objects": objects},
}

_object(group, nodes) := {"VirtualService": [testing.entry("VirtualService", {"group": group, "nodes": nodes}, {})]}

test_others[note] if {
	some note, case in {
		"chart": {"charts": [{"chart": "istiod", "nodes": "managed"}], "objects": {}, "items": ["h0"]},
		"chart of something else": {"charts": [{"chart": "nginx", "nodes": "managed"}], "objects": {}, "items": []},
		"chart for virtual nodes": {"charts": [{"chart": "istiod", "nodes": "virtual"}], "objects": {}, "items": []},
		"object": {"charts": [], "objects": _object("networking.istio.io", "unknown"), "items": ["o1"]},
		"object of another group": {"charts": [], "objects": _object("example.com", "unknown"), "items": []},
	}
	found := mesh.others with input as _input(case.charts, case.objects, [])
	[one.item | some one in found] == case.items
}

test_istio_addons if {
	found := mesh.istio_addons with input as _input([], {}, [{"addon": "Istio"}, {"addon": "CoreDNS"}])
	[addon.id | some addon in found] == ["a0"]
}
