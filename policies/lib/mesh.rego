# Service meshes that something in the repository installs or uses, outside what runs on virtual nodes.
package lib.mesh

import data.lib.api_group
import data.lib.installed
import data.lib.virtual

# METADATA
# description: the Istio add-ons of clusters
istio_addons := [addon | some addon in input.addons; addon.addon == "Istio"]

# METADATA
# description: 'entries that show a mesh which is not the Istio add-on: `{"item": …, "path": …}`'
others := array.concat(
	array.concat(
		[{"item": chart.id, "path": []} | some chart in input.charts; _is_mesh(chart); not virtual.bound(chart)],
		[{"item": object.id, "path": ["kind"]} | some object in _objects; api_group.mesh(object); not virtual.bound(object)],
	),
	array.slice(array.concat(_namespaces, _pods), 0, _most),
)

# Namespaces and pods that are told as evidence: one is enough, and there may be thousands.
_most := 3

_is_mesh(chart) if {
	some product in installed.products
	product.name == "a service mesh"
	installed.name(chart) in product.charts
}

_objects contains object if some object in input.index.objects.VirtualService

_objects contains object if some object in input.index.objects.DestinationRule

_objects contains object if some object in input.index.objects.Gateway

_objects contains object if some object in input.index.objects.ServiceEntry

_objects contains object if some object in input.index.objects.Sidecar

_objects contains object if some object in input.index.objects.EnvoyFilter

_objects contains object if some object in input.index.objects.WorkloadEntry

_objects contains object if some object in input.index.objects.PeerAuthentication

_objects contains object if some object in input.index.objects.RequestAuthentication

_objects contains object if some object in input.index.objects.AuthorizationPolicy

_objects contains object if some object in input.index.objects.Telemetry

_objects contains object if some object in input.index.objects.IstioOperator

_objects contains object if some object in input.index.objects.ServiceProfile

_objects contains object if some object in input.index.objects.Server

_objects contains object if some object in input.index.objects.ServerAuthorization

_objects contains object if some object in input.index.objects.MeshTLSAuthentication

_objects contains object if some object in input.index.objects.Mesh

_objects contains object if some object in input.index.objects.VirtualDeployment

_objects contains object if some object in input.index.objects.IngressGateway

_objects contains object if some object in input.index.objects.AccessPolicy

_objects contains object if some object in input.index.objects.ServiceDefaults

_objects contains object if some object in input.index.objects.ServiceIntentions

_objects contains object if some object in input.index.objects.MeshTrafficPermission

_objects contains object if some object in input.index.objects.Istio

_objects contains object if some object in input.index.objects.ServiceMeshControlPlane

_objects contains object if some object in input.index.objects.WasmPlugin

_objects contains object if some object in input.index.objects.WorkloadGroup

_objects contains object if some object in input.index.objects.ProxyConfig

_on := {
	"istio-injection": `^enabled$`,
	"istio.io/rev": `.`,
	"sidecar.istio.io/inject": `^true$`,
	"istio.io/dataplane-mode": `^ambient$`,
	"linkerd.io/inject": `^(enabled|ingress)$`,
	"servicemesh.oci.oracle.com/sidecar-injection": `^enabled$`,
	"kuma.io/sidecar-injection": `^(enabled|true)$`,
	"openservicemesh.io/monitored-by": `.`,
	"openservicemesh.io/sidecar-injection": `^(enabled|yes|true)$`,
	"consul.hashicorp.com/connect-inject": `^true$`,
}

# METADATA
# description: the label or annotation makes a mesh inject its proxy
injects(key, value) if regex.match(_on[key], value)

# METADATA
# description: the same for a label or annotation of a pod, which may keep itself out; a revision counts as a label only
injects_pod(pod, where, key) if {
	injects(key, pod[$"pod_{where}"][key])
	not _kept_out(pod, where, key)
}

_kept_out(_, "annotations", "istio.io/rev")

_kept_out(pod, "labels", "istio.io/rev") if {
	some where in ["labels", "annotations"]
	pod[$"pod_{where}"]["sidecar.istio.io/inject"] == "false"
}

_namespaces := [{"item": namespace.id, "path": ["metadata", where, key]} |
	some namespace in input.index.objects.Namespace
	namespace.group == ""
	not virtual.bound(namespace)
	some where in ["labels", "annotations"]
	some key, value in namespace[where]
	injects(key, value)
]

_pods := [{"item": pod.id, "path": []} |
	some pod in input.index.pods
	not virtual.bound(pod)
	_injected(pod)
]

_injected(pod) if {
	some where in ["labels", "annotations"]
	some key, _ in pod[$"pod_{where}"]
	injects_pod(pod, where, key)
}
