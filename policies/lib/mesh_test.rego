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
		"chart of a network provider": {"charts": [{"chart": "calico", "nodes": "managed"}], "objects": {}, "items": []},
		"object for virtual nodes": {"charts": [], "objects": _object("networking.istio.io", "virtual"), "items": []},
		"namespace of annotations": {
			"charts": [],
			"objects": {"Namespace": [object.union(_namespace({}), {"annotations": {"linkerd.io/inject": "enabled"}})]},
			"items": ["o1"],
		},
		"namespace for virtual nodes": {
			"charts": [],
			"objects": {"Namespace": [object.union(_namespace({"istio-injection": "enabled"}), {"nodes": "virtual"})]},
			"items": [],
		},
		"namespace of another group": {
			"charts": [],
			"objects": {"Namespace": [object.union(_namespace({"istio-injection": "enabled"}), {"group": "example.com"})]},
			"items": [],
		},
		"object of another group": {"charts": [], "objects": _object("example.com", "unknown"), "items": []},
	}
	found := mesh.others with input as _input(case.charts, case.objects, [])
	[one.item | some one in found] == case.items
}

test_istio_addons if {
	found := mesh.istio_addons with input as _input([], {}, [{"addon": "Istio"}, {"addon": "CoreDNS"}])
	[addon.id | some addon in found] == ["a0"]
}

test_kinds[kind] if {
	some kind, group in {
		"VirtualService": "networking.istio.io", "DestinationRule": "networking.istio.io", "Gateway": "networking.istio.io",
		"ServiceEntry": "networking.istio.io", "Sidecar": "networking.istio.io", "EnvoyFilter": "networking.istio.io",
		"WorkloadEntry": "networking.istio.io", "WorkloadGroup": "networking.istio.io", "ProxyConfig": "networking.istio.io",
		"PeerAuthentication": "security.istio.io", "RequestAuthentication": "security.istio.io", "AuthorizationPolicy": "security.istio.io",
		"Telemetry": "telemetry.istio.io", "WasmPlugin": "extensions.istio.io", "IstioOperator": "install.istio.io",
		"Istio": "sailoperator.io", "ServiceMeshControlPlane": "maistra.io", "ServiceProfile": "linkerd.io",
		"Server": "policy.linkerd.io", "ServerAuthorization": "policy.linkerd.io", "MeshTLSAuthentication": "policy.linkerd.io",
		"Mesh": "kuma.io", "MeshTrafficPermission": "kuma.io", "VirtualDeployment": "servicemesh.oci.oracle.com",
		"IngressGateway": "servicemesh.oci.oracle.com", "AccessPolicy": "servicemesh.oci.oracle.com",
		"ServiceDefaults": "consul.hashicorp.com", "ServiceIntentions": "consul.hashicorp.com",
	}
	found := mesh.others with input as _input([], {kind: [testing.entry(kind, {"group": group, "nodes": "unknown"}, {})]}, [])
	found == [{"item": "o1", "path": ["kind"]}]
}

# Values that make a mesh inject, and words like them.
test_injects[key] if {
	some key, values in {
		"istio-injection": {"enabled"},
		"istio.io/rev": {"enabled", "not-enabled", "enabled-not", "ingress", "true", "untrue", "trues", "ambient", "no-ambient", "ambients", "yes", "yesterday", "eyes"},
		"sidecar.istio.io/inject": {"true"},
		"istio.io/dataplane-mode": {"ambient"},
		"linkerd.io/inject": {"enabled", "ingress"},
		"servicemesh.oci.oracle.com/sidecar-injection": {"enabled"},
		"kuma.io/sidecar-injection": {"enabled", "true"},
		"openservicemesh.io/monitored-by": {"enabled", "not-enabled", "enabled-not", "ingress", "true", "untrue", "trues", "ambient", "no-ambient", "ambients", "yes", "yesterday", "eyes"},
		"openservicemesh.io/sidecar-injection": {"enabled", "yes", "true"},
		"consul.hashicorp.com/connect-inject": {"true"},
		"example.com/inject": set(),
	}
	words := ["enabled", "not-enabled", "enabled-not", "ingress", "true", "untrue", "trues", "ambient", "no-ambient", "ambients", "yes", "yesterday", "eyes", ""]
	{word | some word in words; mesh.injects(key, word)} == values
}

test_pods_that_keep_themselves_out[note] if {
	rev := {"istio.io/rev": "default"}
	out := {"sidecar.istio.io/inject": "false"}
	some note, case in {
		"revision": {"labels": rev, "annotations": {}, "count": 1},
		"revision as an annotation": {"labels": {}, "annotations": rev, "count": 0},
		"revision, but out": {"labels": object.union(rev, out), "annotations": {}, "count": 0},
		"revision, but out by an annotation": {"labels": rev, "annotations": out, "count": 0},
		"revision, and in": {"labels": object.union(rev, {"sidecar.istio.io/inject": "true"}), "annotations": {}, "count": 1},
		"annotation": {"labels": {}, "annotations": {"sidecar.istio.io/inject": "true"}, "count": 1},
		"another mesh, though out of Istio": {"labels": out, "annotations": {"linkerd.io/inject": "enabled"}, "count": 1},
		"nothing": {"labels": {"app": "web"}, "annotations": {}, "count": 0},
	}
	pod := {"id": "w1", "nodes": "managed", "pod_labels": case.labels, "pod_annotations": case.annotations}
	found := mesh.others with input as object.union(_input([], {}, []), {"index": {"pods": [pod], "objects": {}}})
	count(found) == case.count
}

test_pods_on_virtual_nodes if {
	pod := {"id": "w1", "nodes": "virtual", "pod_labels": {}, "pod_annotations": {"linkerd.io/inject": "enabled"}}
	found := mesh.others with input as object.union(_input([], {}, []), {"index": {"pods": [pod], "objects": {}}})
	found == []
}
