package rules.cluster["kubernetes-too-old-for-service-mesh_test"]

import data.lib.testing
import data.rules.cluster["kubernetes-too-old-for-service-mesh"] as rule

_r := {"ref": "c1", "kind": "resource", "id": "c1"}

_input(pool, cluster, more) := object.union(
	{
		"facts": testing.facts,
		"index": {"pods": [], "objects": {}},
		"charts": [],
		"addons": [],
		"clusters": [testing.resource("c1", cluster)],
		"node_pools": [testing.resource("p1", object.union({"mode": "managed", "cni": "OCI_VCN_IP_NATIVE", "cluster": _r}, pool))],
	},
	more,
)

_istio := {"addons": [testing.resource("a1", {"addon": "Istio", "cluster": _r})]}

_linkerd := {"charts": [testing.resource("h1", {"chart": "linkerd-control-plane", "nodes": "managed"})]}

_object := {"index": {"pods": [], "objects": {"VirtualService": [testing.entry("VirtualService", {"group": "networking.istio.io", "nodes": "managed"}, {})]}}}

test_reported[note] if {
	some note, case in {
		"nodes of 1.25": {"pool": {"version": [1, 25, 4]}, "cluster": {"version": [1, 26, 2]}, "more": _istio, "items": {"p1"}},
		"cluster of 1.25": {"pool": {}, "cluster": {"version": [1, 25, 4]}, "more": _istio, "items": {"c1"}},
		"1.26.2": {"pool": {"version": [1, 26, 2]}, "cluster": {}, "more": _istio, "items": set()},
		"1.26": {"pool": {"version": [1, 26]}, "cluster": {}, "more": _istio, "items": set()},
		"chart": {"pool": {"version": [1, 25, 4]}, "cluster": {}, "more": _linkerd, "items": {"p1"}},
		"object": {"pool": {"version": [1, 25, 4]}, "cluster": {}, "more": _object, "items": {"p1"}},
		"no mesh": {"pool": {"version": [1, 25, 4]}, "cluster": {}, "more": {}, "items": set()},
		"version of the nodes unknown": {"pool": {"unknown": {"version": "var.v"}}, "cluster": {"version": [1, 25, 4]}, "more": _istio, "items": set()},
		"flannel": {"pool": {"cni": "FLANNEL_OVERLAY", "version": [1, 25, 4]}, "cluster": {}, "more": _istio, "items": set()},
		"other add-on": {
			"pool": {"version": [1, 25, 4]},
			"cluster": {},
			"more": {"addons": [testing.resource("a1", {"addon": "CoreDNS", "cluster": _r})]},
			"items": set(),
		},
	}
	found := rule.violations with input as _input(case.pool, case.cluster, case.more)
	{violation.item | some violation in found} == case.items
}

test_which_of_several_clusters_a_chart_is_for_is_unknown if {
	given := object.union(
		_input({"version": [1, 25, 4]}, {}, _linkerd),
		{"clusters": [testing.resource("c1", {}), testing.resource("c2", {})]},
	)
	count(rule.violations) == 0 with input as given
}
