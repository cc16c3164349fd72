# API groups of custom resources, by the product they belong to. Takes entries with a group; judges nothing.
package lib.api_group

_mesh := {
	"linkerd.io", "policy.linkerd.io", "multicluster.linkerd.io", "servicemesh.oci.oracle.com", "kuma.io",
	"sailoperator.io", "config.openservicemesh.io", "policy.openservicemesh.io", "split.smi-spec.io", "access.smi-spec.io",
	"specs.smi-spec.io", "maistra.io",
}

_network_policy_provider := {
	"crd.projectcalico.org", "projectcalico.org", "operator.tigera.io", "cilium.io", "crd.antrea.io",
}

# Consul serves its whole configuration from one group; these kinds need no mesh.
_consul_without_mesh := {"PartitionExports", "ExportedServices", "Registration"}

# METADATA
# description: whether the object configures a service mesh
mesh(object) if object.group in _mesh

mesh(object) if endswith(object.group, ".istio.io")

mesh(object) if {
	object.group == "consul.hashicorp.com"
	not object.kind in _consul_without_mesh
}

# METADATA
# description: whether the object belongs to a provider of network policies
network_policy_provider(object) if object.group in _network_policy_provider
