# METADATA
# title: API endpoint with more than an address
# description: |
#   The script wants the bare address of the API server. With a scheme or a port around it the node asks for a host of that name and
#   does not join. The endpoints that Terraform tells of a cluster have the port in them.
# related_resources:
#   - description: Creating cloud-init scripts for self-managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcloudinitforselfmanagednodes.htm
# custom:
#   severity: error
#   target: any
#   requirements: [SMN-10]
#   message: "The API endpoint {endpoint} is more than an address, so that the node does not join."
#   remediation: "Give the address alone, for example split(\":\", cluster.endpoints[0].private_endpoint)[0]."
package rules.bootstrap["malformed-api-endpoint"]

import data.lib.bootstrap
import data.lib.violation

violations contains violation.at(script, ["endpoint"], {"endpoint": script.endpoint}) if {
	some script in bootstrap.joining
	_malformed(script.endpoint)
}

violations contains violation.at(script, ["other_endpoints", i], {"endpoint": endpoint}) if {
	some script in bootstrap.joining
	some i, endpoint in script.other_endpoints
	_malformed(endpoint)
}

_malformed(endpoint) if regex.match(`^[a-z]+://|:\d+/?$`, endpoint)

violations contains violation.at(script, ["endpoint"], {"endpoint": script.endpoint_from}) if {
	some script in bootstrap.joining
	regex.match(`endpoints?\W.*(private|vcn[_-]hostname)[_-]endpoint\b|\bendpoints\b.*\.kubernetes\b`, script.endpoint_from)
	not bootstrap.cut(script.endpoint_from)
}

# Whatever is filled in, a scheme before it or a port after it is too much.
violations contains violation.at(script, ["endpoint"], {"endpoint": script.endpoint_from}) if {
	some script in bootstrap.joining
	regex.match(`^[a-z]+://|:\d*/?$`, script.endpoint_from)
}
