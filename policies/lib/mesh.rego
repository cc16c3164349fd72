# Service meshes that something in the repository installs or uses, outside what runs on virtual nodes.
package lib.mesh

import data.lib.installed
import data.lib.virtual

# METADATA
# description: the Istio add-ons of clusters
istio_addons := [addon | some addon in input.addons; addon.addon == "Istio"]

# METADATA
# description: 'entries that show a mesh which is not the Istio add-on: `{"item": …, "path": …}`'
others := array.concat(
	[{"item": chart.id, "path": []} | some chart in input.charts; _is_mesh(chart); not virtual.bound(chart)],
	[{"item": object.id, "path": ["kind"]} | some object in _objects; object.group in _groups; not virtual.bound(object)],
)

_is_mesh(chart) if {
	some product in installed.products
	product.name == "a service mesh"
	installed.name(chart) in product.charts
}

_objects contains object if some object in input.index.objects.VirtualService

_objects contains object if some object in input.index.objects.DestinationRule

_objects contains object if some object in input.index.objects.PeerAuthentication

_objects contains object if some object in input.index.objects.IstioOperator

_objects contains object if some object in input.index.objects.ServiceProfile

_objects contains object if some object in input.index.objects.Server

_objects contains object if some object in input.index.objects.Mesh

_objects contains object if some object in input.index.objects.VirtualDeployment

_groups := {
	"networking.istio.io", "security.istio.io", "install.istio.io", "linkerd.io", "policy.linkerd.io",
	"servicemesh.oci.oracle.com", "kuma.io", "consul.hashicorp.com",
}
