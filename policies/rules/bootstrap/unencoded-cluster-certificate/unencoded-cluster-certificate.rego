# METADATA
# title: Certificate of the cluster that is not base64
# description: |
#   The script wants the certificate as the kubeconfig has it: base64 text, which begins with LS0t. With the certificate in plain text the node
#   does not join.
# related_resources:
#   - description: Creating cloud-init scripts for self-managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcloudinitforselfmanagednodes.htm
# custom:
#   severity: error
#   target: any
#   requirements: [SMN-12]
#   message: "The certificate of the cluster is given {how:plain}; the node wants its base64 text."
#   remediation: "Use certificate-authority-data of the kubeconfig as it stands there."
package rules.bootstrap["unencoded-cluster-certificate"]

import data.lib.bootstrap
import data.lib.violation

violations contains violation.at(script, ["ca"], {"how": "in plain text"}) if {
	some script in bootstrap.joining
	script.ca == "pem"
	not script.ca_in_file
}

violations contains violation.at(script, ["ca"], {"how": "decoded"}) if {
	some script in bootstrap.joining
	not script.ca_in_file
	regex.match(`^[^(]*base64decode\(|base64 (-d|--decode|-D)\b`, script.ca_from)
}

# Ubuntu's file is documented as base64, but seen with plain text as well.
violations contains violation.graded(script, ["ca"], {"how": "in plain text"}, "warning") if {
	some script in bootstrap.joining
	script.ca == "pem"
	script.ca_in_file
}

# Beside the command that is given the right text.
violations contains violation.graded(script, ["ca_file"], {"how": "in plain text"}, "warning") if {
	some script in bootstrap.joining
	script.ca_file == "pem"
}

violations contains violation.graded(script, ["ca"], {"how": "as something that is no base64 certificate"}, "warning") if {
	some script in bootstrap.joining
	script.ca == "other"
}
