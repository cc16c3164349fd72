# METADATA
# title: Bootstrap script without an API endpoint
# description: |
#   The script that joins a self-managed node has to name the private endpoint of the cluster's API server. Without it the node does not know
#   which cluster it belongs to.
# related_resources:
#   - description: Creating cloud-init scripts for self-managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcloudinitforselfmanagednodes.htm
# custom:
#   severity: error
#   target: any
#   requirements: [SMN-09]
#   message: "The script of {subject} joins a node without naming the API endpoint of a cluster."
#   remediation: "Pass the private endpoint: --apiserver-endpoint to oke-install.sh, --apiserver-host to oke bootstrap."
package rules.bootstrap["missing-api-endpoint"]

import data.lib.bootstrap
import data.lib.violation

violations contains violation.at(script, ["join"], {}) if {
	some script in bootstrap.complete
	not script.endpoint_stated
}
