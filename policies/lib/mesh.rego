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
	[{"item": chart.id, "path": []} | some chart in input.charts; _is_mesh(chart); not virtual.bound(chart)],
	[{"item": object.id, "path": ["kind"]} | some object in _objects; api_group.mesh(object); not virtual.bound(object)],
)

_is_mesh(chart) if {
	some product in installed.products
	product.name == "a service mesh"
	installed.name(chart) in product.charts
}

# Every kind has to be named for its objects to be at hand.
_objects contains object if some object in input.index.objects.VirtualService

_objects contains object if some object in input.index.objects.DestinationRule

_objects contains object if some object in input.index.objects.Gateway

_objects contains object if some object in input.index.objects.ServiceEntry

_objects contains object if some object in input.index.objects.Sidecar

_objects contains object if some object in input.index.objects.EnvoyFilter

_objects contains object if some object in input.index.objects.WorkloadEntry

_objects contains object if some object in input.index.objects.AuthorizationPolicy

_objects contains object if some object in input.index.objects.PeerAuthentication

_objects contains object if some object in input.index.objects.RequestAuthentication

_objects contains object if some object in input.index.objects.Telemetry

_objects contains object if some object in input.index.objects.WasmPlugin

_objects contains object if some object in input.index.objects.IstioOperator

_objects contains object if some object in input.index.objects.Istio

_objects contains object if some object in input.index.objects.ServiceProfile

_objects contains object if some object in input.index.objects.Server

_objects contains object if some object in input.index.objects.ServerAuthorization

_objects contains object if some object in input.index.objects.MeshTLSAuthentication

_objects contains object if some object in input.index.objects.NetworkAuthentication

_objects contains object if some object in input.index.objects.HTTPRoute

_objects contains object if some object in input.index.objects.Link

_objects contains object if some object in input.index.objects.Mesh

_objects contains object if some object in input.index.objects.VirtualDeployment

_objects contains object if some object in input.index.objects.VirtualServiceRouteTable

_objects contains object if some object in input.index.objects.IngressGateway

_objects contains object if some object in input.index.objects.IngressGatewayDeployment

_objects contains object if some object in input.index.objects.IngressGatewayRouteTable

_objects contains object if some object in input.index.objects.AccessPolicy

_objects contains object if some object in input.index.objects.MeshTrafficPermission

_objects contains object if some object in input.index.objects.MeshHTTPRoute

_objects contains object if some object in input.index.objects.TrafficPermission

_objects contains object if some object in input.index.objects.ServiceIntentions

_objects contains object if some object in input.index.objects.ServiceDefaults

_objects contains object if some object in input.index.objects.ServiceRouter

_objects contains object if some object in input.index.objects.ServiceSplitter

_objects contains object if some object in input.index.objects.ServiceResolver

_objects contains object if some object in input.index.objects.ProxyDefaults

_objects contains object if some object in input.index.objects.MeshConfig

_objects contains object if some object in input.index.objects.TrafficSplit

_objects contains object if some object in input.index.objects.TrafficTarget
