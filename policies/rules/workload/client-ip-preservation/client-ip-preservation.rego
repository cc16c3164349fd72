# METADATA
# title: Client IP preservation
# description: |
#   With externalTrafficPolicy Local, or with source preservation of the network load balancer, a service keeps the IP address of
#   the client. Virtual nodes do not support this. The cloud manifest of ingress-nginx ships with Local, and so
#   does the copy in Oracle's sample repository for virtual nodes, so the field is hardly refused there. The documentation lists
#   it as unsupported and decides: the service may see addresses other than the client's.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
# custom:
#   severity: error
#   target: virtual
#   requirements: [VNK-10, VNK-13]
#   message: "{subject} preserves client IP addresses with {setting}, which virtual nodes do not support."
#   remediation: "Set externalTrafficPolicy to Cluster, or remove it, and turn source preservation off."
package rules.workload["client-ip-preservation"]

import data.lib.violation
import data.lib.virtual

_preserve := "oci-network-load-balancer.oraclecloud.com/is-preserve-source"

_exposed := [service |
	some service in input.workloads.objects.Service
	service.group == ""
	virtual.bound(service)
]

violations contains violation.of(violation.at(service, ["spec", "externalTrafficPolicy"], {"setting": "externalTrafficPolicy: Local"}), _requirements(service)) if {
	some service in _exposed
	service.value.spec.externalTrafficPolicy == "Local"
	_applies(service)
}

violations contains violation.of(violation.at(service, ["metadata", "annotations", _preserve], {"setting": $"{_preserve}: true"}), ["VNK-10"]) if {
	some service in _exposed
	lower(service.annotations[_preserve]) == "true"
}

# Operators hand such settings on to the Services that they make.
violations contains violation.of(violation.at(object, path, {"setting": "externalTrafficPolicy: Local"}), ["VNK-10"]) if {
	some object in input.workloads.custom
	virtual.bound(object)
	some path in object.kept_addresses
}

_applies(service) if service.value.spec.type in {"LoadBalancer", "NodePort"}

_applies(service) if service.partial

# As ingress-nginx is shipped.
_requirements(service) := ["VNK-10", "VNK-13"] if {
	service.labels["app.kubernetes.io/name"] == "ingress-nginx"
} else := ["VNK-10"]
