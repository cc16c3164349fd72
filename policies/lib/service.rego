# Services that make load balancers.
package lib.service

import data.lib.virtual

# METADATA
# description: Services of type LoadBalancer whose pods may run on virtual nodes, in the subnets that the cluster names
of_virtual_pods := [service |
	some service in input.index.objects.Service
	service.group == ""
	service.value.spec.type == "LoadBalancer"
	virtual.bound(service)
	not _own_subnet(service)
]

_own_subnet(service) if {
	some key, _ in service.annotations
	regex.match(`/(oci-load-balancer-subnet[12]|subnet)$`, key)
}

# METADATA
# description: protocols that they listen on, in small letters
protocols := {protocol |
	some service in of_virtual_pods
	some port in service.value.spec.ports
	protocol := lower(object.get(port, "protocol", "TCP"))
}
