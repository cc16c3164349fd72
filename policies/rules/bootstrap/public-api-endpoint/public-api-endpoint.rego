# METADATA
# title: Public API endpoint in a bootstrap script
# description: |
#   Self-managed nodes talk to the API server over its private endpoint. The public address, where the cluster has one, is for people and
#   pipelines outside the network.
# related_resources:
#   - description: Creating cloud-init scripts for self-managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcloudinitforselfmanagednodes.htm
# custom:
#   severity: error
#   target: any
#   requirements: [SMN-09, SMN-11]
#   message: "The node joins through {endpoint}, which is not the private endpoint of the cluster."
#   remediation: "Use the cluster's private endpoint, the part of endpoints[0].private_endpoint before the colon."
package rules.bootstrap["public-api-endpoint"]

import data.lib.bootstrap
import data.lib.violation

violations contains violation.of(violation.at(script, ["endpoint"], {"endpoint": script.endpoint_from}), ["SMN-09"]) if {
	some script in bootstrap.joining
	regex.match(`public[_-]?endpoint`, lower(script.endpoint_from))
	not regex.match(`private[_-]?endpoint`, lower(script.endpoint_from))
}

violations contains violation.of(violation.at(script, ["endpoint"], {"endpoint": script.endpoint}), ["SMN-11"]) if {
	some script in bootstrap.joining
	_public(script.endpoint)
}

violations contains violation.of(violation.at(script, ["other_endpoints", i], {"endpoint": endpoint}), ["SMN-11"]) if {
	some script in bootstrap.joining
	some i, endpoint in script.other_endpoints
	_public(endpoint)
}

_public(endpoint) if {
	address := _address(endpoint)
	every private in _private_ranges {
		not net.cidr_contains(private, address)
	}
}

_private_ranges := {"10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"}

# The address alone, whatever stands around it.
_address(endpoint) := regex.find_all_string_submatch_n(`\b(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.|\b)){4}`, endpoint, 1)[0][0]
