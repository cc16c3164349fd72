# METADATA
# title: Fixed address inside a pod subnet
# description: |
#   Pods get another address of their subnet whenever they are made anew. A route, a rule, an endpoint, a host alias or a variable
#   that names one address of the pod subnet points to nobody, or to another pod, after the next restart.
# related_resources:
#   - description: Using the OCI VCN-Native Pod Networking CNI plugin
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Concepts/contengpodnetworking_topic-OCI_CNI_plugin.htm
# custom:
#   severity: notice
#   target: any
#   requirements: [CNI-24]
#   message: "{subject} names {address:plain}, an address of the pod subnet {subnet:plain}, which changes when its pod is made anew."
#   remediation: "Send the traffic to a Service or load balancer, or name the block of the subnet or a network security group."
package rules.network["fixed-pod-address"]

import data.lib.security
import data.lib.subnet as subnets
import data.lib.violation

violations contains violation.at(table, ["rules", i, "destination"], {"address": rule.destination, "subnet": subnet.address}) if {
	some table in input.route_tables
	some i, rule in table.rules
	endswith(rule.destination, "/32")
	some subnet in _pod_subnets
	_in(subnet, rule.destination)
}

violations contains violation.at(rule, ["peer"], {"address": rule.peer, "subnet": subnet.address}) if {
	some rule in input.security_rules
	endswith(rule.peer, "/32")
	some subnet in _pod_subnets
	_in(subnet, rule.peer)
}

violations contains violation.at(object, ["subsets", i, "addresses", j, "ip"], {"address": address.ip, "subnet": subnet.address}) if {
	some object in input.index.objects.Endpoints
	object.group == ""
	some i, part in object.value.subsets
	some j, address in part.addresses
	some subnet in _pod_subnets
	_in(subnet, $"{address.ip}/32")
	not object.exported
}

violations contains violation.at(object, ["endpoints", i, "addresses", j], {"address": address, "subnet": subnet.address}) if {
	some object in input.index.objects.EndpointSlice
	object.group == "discovery.k8s.io"
	some i, endpoint in object.value.endpoints
	some j, address in endpoint.addresses
	some subnet in _pod_subnets
	_in(subnet, $"{address}/32")
	not object.exported
}

violations contains violation.at({"id": named.item}, named.path, {"address": named.address, "subnet": subnet.address}) if {
	some pod in input.index.pods
	not pod.exported
	some named in pod.fixed_addresses
	some subnet in _pod_subnets
	_in(subnet, $"{named.address}/32")
}

_pod_subnets := [used.subnet | some used in subnets.for_pods]

_in(subnet, address) if {
	some cidr in subnet.cidrs
	security.covers(cidr, address)
}
