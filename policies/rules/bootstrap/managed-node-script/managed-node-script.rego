# METADATA
# title: Script of managed nodes on a self-managed node
# description: |
#   The metadata of managed nodes holds oke_init_script, which their cloud-init fetches and runs. Instances that you make yourself
#   do not have it: the request fails.
# related_resources:
#   - description: Creating cloud-init scripts for self-managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcloudinitforselfmanagednodes.htm
# custom:
#   severity: warning
#   target: any
#   requirements: [SMN-33]
#   message: "The script of a self-managed node fetches oke_init_script, which only managed nodes have."
#   remediation: "Run /etc/oke/oke-install.sh with --apiserver-endpoint and --kubelet-ca-cert instead."
package rules.bootstrap["managed-node-script"]

import data.lib.bootstrap
import data.lib.violation

violations contains violation.at(script, ["fetches_oke_init"], {}) if {
	some script in bootstrap.joining
	script.fetches_oke_init
	not _falls_back(script)
}

# A script for nodes of several kinds asks first which kind it is on.
_falls_back(script) if {
	script.self_managed
	script.conditional
}
