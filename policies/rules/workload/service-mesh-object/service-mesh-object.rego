# METADATA
# title: Service mesh object
# description: |
#   Virtual nodes do not support service mesh products. The object configures a mesh, or a route that a mesh is to serve, and
#   proxies and init containers of a mesh cannot run in the pods there, so its routing, encryption and permissions do not take effect.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
# custom:
#   severity: error
#   target: virtual
#   requirements: [VNK-07]
#   message: "{subject} configures or uses a service mesh, which virtual nodes do not support."
#   remediation: "Route with an Ingress or the Gateway API without a mesh, or run these workloads on managed nodes."
package rules.workload["service-mesh-object"]

import data.lib.api_group
import data.lib.violation
import data.lib.virtual

violations contains violation.at(object, ["kind"], {}) if {
	some object in input.workloads.custom
	api_group.mesh(object)
	virtual.bound(object)
}

_mesh_classes := {"istio", "istio-remote", "istio-waypoint", "consul", "kuma"}

# Gateways and Ingresses that a mesh serves.
violations contains violation.at(gateway, ["spec", "gatewayClassName"], {}) if {
	some gateway in input.workloads.objects.Gateway
	gateway.group == "gateway.networking.k8s.io"
	virtual.bound(gateway)
	gateway.value.spec.gatewayClassName in _mesh_classes
}

violations contains violation.at(ingress, ["spec", "ingressClassName"], {}) if {
	some ingress in _ingresses
	ingress.value.spec.ingressClassName in _mesh_classes
}

violations contains violation.at(ingress, ["metadata", "annotations", "kubernetes.io/ingress.class"], {}) if {
	some ingress in _ingresses
	ingress.annotations["kubernetes.io/ingress.class"] in _mesh_classes
}

_ingresses contains ingress if {
	some ingress in input.workloads.objects.Ingress
	ingress.group in {"networking.k8s.io", "extensions"}
	virtual.bound(ingress)
}
