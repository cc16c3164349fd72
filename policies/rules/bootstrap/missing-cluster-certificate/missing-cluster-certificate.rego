# METADATA
# title: Bootstrap script without the cluster's certificate
# description: |
#   A self-managed node trusts the API server by the certificate of the cluster that its script is given. Without it the node
#   does not join.
# related_resources:
#   - description: Creating cloud-init scripts for self-managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcloudinitforselfmanagednodes.htm
# custom:
#   severity: error
#   target: any
#   requirements: [SMN-12]
#   message: "The script of {subject} joins a node without the certificate of the cluster."
#   remediation: "Pass the base64 text of the certificate from the kubeconfig: --kubelet-ca-cert to oke-install.sh, --ca to oke bootstrap."
package rules.bootstrap["missing-cluster-certificate"]

import data.lib.bootstrap
import data.lib.violation

violations contains violation.at(script, ["join"], {}) if {
	some script in bootstrap.complete
	not script.ca_stated
}
