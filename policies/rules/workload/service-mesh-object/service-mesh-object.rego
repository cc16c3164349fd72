# METADATA
# title: Service mesh object
# description: |
#   Virtual nodes do not support service mesh products. The object configures a mesh whose proxies and init containers cannot run
#   in the pods there, so its routing, encryption and permissions do not take effect.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
# custom:
#   severity: error
#   target: virtual
#   requirements: [VNK-07]
#   message: "{subject} configures a service mesh, which virtual nodes do not support."
#   remediation: "Route with an Ingress or the Gateway API without a mesh, or run these workloads on managed nodes."
package rules.workload["service-mesh-object"]

import data.lib.violation
import data.lib.virtual

_objects contains object if some object in input.workloads.objects.VirtualService

_objects contains object if some object in input.workloads.objects.DestinationRule

_objects contains object if some object in input.workloads.objects.Gateway

_objects contains object if some object in input.workloads.objects.ServiceEntry

_objects contains object if some object in input.workloads.objects.Sidecar

_objects contains object if some object in input.workloads.objects.EnvoyFilter

_objects contains object if some object in input.workloads.objects.WorkloadEntry

_objects contains object if some object in input.workloads.objects.WorkloadGroup

_objects contains object if some object in input.workloads.objects.ProxyConfig

_objects contains object if some object in input.workloads.objects.AuthorizationPolicy

_objects contains object if some object in input.workloads.objects.PeerAuthentication

_objects contains object if some object in input.workloads.objects.RequestAuthentication

_objects contains object if some object in input.workloads.objects.Telemetry

_objects contains object if some object in input.workloads.objects.WasmPlugin

_objects contains object if some object in input.workloads.objects.IstioOperator

_objects contains object if some object in input.workloads.objects.Istio

_objects contains object if some object in input.workloads.objects.ServiceProfile

_objects contains object if some object in input.workloads.objects.Server

_objects contains object if some object in input.workloads.objects.ServerAuthorization

_objects contains object if some object in input.workloads.objects.MeshTLSAuthentication

_objects contains object if some object in input.workloads.objects.NetworkAuthentication

_objects contains object if some object in input.workloads.objects.HTTPRoute

_objects contains object if some object in input.workloads.objects.Mesh

_objects contains object if some object in input.workloads.objects.VirtualDeployment

_objects contains object if some object in input.workloads.objects.VirtualServiceRouteTable

_objects contains object if some object in input.workloads.objects.IngressGateway

_objects contains object if some object in input.workloads.objects.IngressGatewayRouteTable

_objects contains object if some object in input.workloads.objects.IngressGatewayDeployment

_objects contains object if some object in input.workloads.objects.VirtualDeploymentBinding

_objects contains object if some object in input.workloads.objects.AccessPolicy

_objects contains object if some object in input.workloads.objects.ServiceDefaults

_objects contains object if some object in input.workloads.objects.ServiceIntentions

_objects contains object if some object in input.workloads.objects.ServiceResolver

_objects contains object if some object in input.workloads.objects.ServiceRouter

_objects contains object if some object in input.workloads.objects.ServiceSplitter

_objects contains object if some object in input.workloads.objects.ProxyDefaults

_objects contains object if some object in input.workloads.objects.TerminatingGateway

_objects contains object if some object in input.workloads.objects.MeshTrafficPermission

_objects contains object if some object in input.workloads.objects.TrafficPermission

_objects contains object if some object in input.workloads.objects.MeshHTTPRoute

_objects contains object if some object in input.workloads.objects.MeshGateway

_objects contains object if some object in input.workloads.objects.MeshConfig

_objects contains object if some object in input.workloads.objects.UpstreamTrafficSetting

_objects contains object if some object in input.workloads.objects.IngressBackend

_objects contains object if some object in input.workloads.objects.Egress

_groups := {
	"networking.istio.io", "security.istio.io", "telemetry.istio.io", "extensions.istio.io", "install.istio.io",
	"sailoperator.io", "linkerd.io", "policy.linkerd.io", "servicemesh.oci.oracle.com", "consul.hashicorp.com", "kuma.io",
	"config.openservicemesh.io", "policy.openservicemesh.io",
}

violations contains violation.at(object, ["kind"], {}) if {
	some object in _objects
	object.group in _groups
	virtual.bound(object)
}
