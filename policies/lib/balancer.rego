# Services that the OCI cloud controller makes load balancers for, and their annotations.
package lib.balancer

# METADATA
# description: a Service of type LoadBalancer, or a patch of one, that no other controller takes care of
is(service) if {
	service.group == ""
	not _another_type(service)
	not service.value.spec.loadBalancerClass
}

_another_type(service) if service.value.spec.type != "LoadBalancer"

_another_type(service) if {
	not service.partial
	not service.value.spec.type
}

# METADATA
# description: it asks for a network load balancer
network(service) if lower(service.annotations["oci.oraclecloud.com/load-balancer-type"]) == "nlb"

# METADATA
# description: the annotation is provably not set
without(service, annotation) if {
	not service.annotations[annotation]
	not service.partial
	not _doubtful(service)
}

_doubtful(service) if {
	some path, _ in service.unknown
	regex.match(`^(metadata|metadata\.annotations.*)$`, path)
}

# METADATA
# description: where the annotation stands
place(annotation) := ["metadata", "annotations", annotation]
