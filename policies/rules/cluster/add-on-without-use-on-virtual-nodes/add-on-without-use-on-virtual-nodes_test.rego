package rules.cluster["add-on-without-use-on-virtual-nodes_test"]

import data.lib.testing
import data.rules.cluster["add-on-without-use-on-virtual-nodes"] as rule

_cluster := {"ref": "oci_containerengine_cluster.this", "kind": "resource", "id": "c1"}

_given(cluster, pools) := {
	"facts": testing.facts,
	"clusters": [testing.resource("c1", cluster)],
	"node_pools": [testing.resource($"p{i}", object.union({"cluster": _cluster}, pool)) | some i, pool in pools],
}

_virtual := {"mode": "virtual"}

_managed := {"mode": "managed"}

_with(name, pools) := object.union(_given({}, pools), {"addons": [testing.resource("a1", {"addon": name, "cluster": _cluster})]})

test_reported[note] if {
	some note, case in {
		"autoscaler": {"add_on": "ClusterAutoscaler", "pools": [_virtual], "ids": {"VNT-12", "VNK-14"}},
		"kube-proxy": {"add_on": "KubeProxy", "pools": [_virtual], "ids": {"VNT-12", "VNK-11"}},
		"dashboard": {"add_on": "KubernetesDashboard", "pools": [_virtual], "ids": {"VNT-12", "VNK-12"}},
		"mesh": {"add_on": "Istio", "pools": [_virtual], "ids": {"VNT-12", "VNK-09"}},
		"flannel": {"add_on": "Flannel", "pools": [_virtual], "ids": {"VNT-12", "VNK-06"}},
		"GPU": {"add_on": "NvidiaGpuPlugin", "pools": [_virtual], "ids": {"VNT-12"}},
		"certificates": {"add_on": "CertManager", "pools": [_virtual], "ids": set()},
		"ingress": {"add_on": "NativeIngressController", "pools": [_virtual], "ids": set()},
		"managed nodes too": {"add_on": "ClusterAutoscaler", "pools": [_virtual, _managed], "ids": set()},
		"managed nodes alone": {"add_on": "ClusterAutoscaler", "pools": [_managed], "ids": set()},
		"managed nodes that may be there": {
			"add_on": "ClusterAutoscaler",
			"pools": [_virtual, {"mode": "managed", "existence": "possible"}],
			"ids": set(),
		},
		"name not known": {"add_on": "", "pools": [_virtual], "ids": set()},
	}

	found := rule.violations with input as _with(case.add_on, case.pools)
	{id | some violation in found; some id in violation.requirements} == case.ids
}

test_dashboard_of_the_cluster[note] if {
	some note, case in {
		"on": {"cluster": {"dashboard_enabled": true}, "pools": [_virtual], "count": 1},
		"off": {"cluster": {"dashboard_enabled": false}, "pools": [_virtual], "count": 0},
		"managed nodes too": {"cluster": {"dashboard_enabled": true}, "pools": [_virtual, _managed], "count": 0},
	}

	found := rule.violations with input as object.union(_given(case.cluster, case.pools), {"addons": []})
	count(found) == case.count
}

test_what_the_module_installs[note] if {
	some note, case in {
		"autoscaler": {"installs": ["cluster_autoscaler_install"], "pools": [_virtual], "ids": {"VNK-14", "ARC-13"}},
		"two": {"installs": ["cilium_install", "multus_install"], "pools": [_virtual], "ids": {"VNK-05", "VNK-06"}},
		"managed nodes too": {"installs": ["cluster_autoscaler_install"], "pools": [_virtual, _managed], "ids": set()},
		"nothing": {"installs": [], "pools": [_virtual], "ids": set()},
	}
	found := rule.violations with input as object.union(_given({"installs": case.installs}, case.pools), {"addons": []})
	{id | some violation in found; some id in violation.requirements} == case.ids
}

test_cluster_of_another_repository[note] if {
	some note, case in {
		"said to be virtual": {"nodes": {"target": "virtual", "reason": "--nodes"}, "pools": [], "count": 1},
		"taken to be virtual": {"nodes": {"target": "virtual", "reason": "a virtual node pool"}, "pools": [], "count": 0},
		"said to be managed": {"nodes": {"target": "managed", "reason": "--nodes"}, "pools": [], "count": 0},
		"said to be virtual, with a managed pool": {"nodes": {"target": "virtual", "reason": "--nodes"}, "pools": [_managed], "count": 0},
	}

	found := rule.violations with input as object.union(_with("ClusterAutoscaler", case.pools), {"nodes": case.nodes, "clusters": []})
	count(found) == case.count
}
