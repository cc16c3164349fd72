# METADATA
# title: Certificate of a cluster in a script
# description: |
#   The certificate of a cluster is public, but it belongs to one cluster: a script that holds it as text has to be changed for every
#   other, and when the cluster is made anew.
# related_resources:
#   - description: Creating cloud-init scripts for self-managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcloudinitforselfmanagednodes.htm
# custom:
#   severity: notice
#   target: any
#   requirements: [SMN-37]
#   message: "The script holds the certificate of one cluster as text."
#   remediation: "Fill it in from the cluster's kubeconfig when the node is made."
package rules.bootstrap["literal-cluster-certificate"]

import data.lib.bootstrap
import data.lib.violation

violations contains violation.at(script, ["ca"], {}) if {
	some script in bootstrap.joining
	script.ca_literal
}
