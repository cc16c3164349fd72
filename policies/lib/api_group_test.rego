package lib.api_group_test

import data.lib.api_group

test_mesh[note] if {
	some note, case in {
		"istio": ["networking.istio.io", "VirtualService", 1],
		"istio of another name": ["rbac.istio.io", "ServiceRole", 1],
		"look-alike of istio": ["notistio.io", "VirtualService", 0],
		"istio itself": ["istio.io", "Any", 0],
		"linkerd": ["policy.linkerd.io", "Server", 1],
		"smi": ["split.smi-spec.io", "TrafficSplit", 1],
		"consul": ["consul.hashicorp.com", "ServiceIntentions", 1],
		"consul without mesh": ["consul.hashicorp.com", "Registration", 0],
		"gateway api": ["gateway.networking.k8s.io", "Gateway", 0],
		"below linkerd": ["shop.linkerd.io.example", "Server", 0],
	}

	found := {true | api_group.mesh({"group": case[0], "kind": case[1]})}
	count(found) == case[2]
}

test_network_policy_provider[note] if {
	some note, case in {
		"calico": ["crd.projectcalico.org", 1],
		"tigera": ["operator.tigera.io", 1],
		"cilium": ["cilium.io", 1],
		"kubernetes": ["networking.k8s.io", 0],
		"below cilium": ["shop.cilium.io", 0],
	}

	found := {true | api_group.network_policy_provider({"group": case[0]})}
	count(found) == case[1]
}

test_groups_of_meshes[group] if {
	some group in [
		"linkerd.io", "multicluster.linkerd.io", "servicemesh.oci.oracle.com", "kuma.io", "sailoperator.io", "config.openservicemesh.io",
		"policy.openservicemesh.io", "access.smi-spec.io", "specs.smi-spec.io", "maistra.io",
	]
	api_group.mesh({"group": group, "kind": "Any"})
}

test_consul_without_mesh[kind] if {
	some kind in ["PartitionExports", "ExportedServices", "Registration"]
	not api_group.mesh({"group": "consul.hashicorp.com", "kind": kind})
}

test_below_istio if not api_group.mesh({"group": "shop.istio.io.example", "kind": "Any"})

test_groups_of_providers[group] if {
	some group in ["projectcalico.org", "crd.antrea.io"]
	api_group.network_policy_provider({"group": group})
}
