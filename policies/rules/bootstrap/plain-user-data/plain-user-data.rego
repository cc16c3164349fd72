# METADATA
# title: User data in plain text
# description: |
#   The API takes user data as base64 text. Terraform passes on what it is given: a script in plain text is refused, or arrives as
#   something that cloud-init cannot read.
# related_resources:
#   - description: Creating cloud-init scripts for self-managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcloudinitforselfmanagednodes.htm
# custom:
#   severity: error
#   target: any
#   requirements: [SMN-13]
#   message: "The user data of {subject} is plain text; the API wants base64."
#   remediation: "Wrap it in base64encode(), or read the file with filebase64()."
package rules.bootstrap["plain-user-data"]

import data.lib.violation

violations contains violation.at(pool, ["cloud_init", "encoding"], {}) if {
	some pool in input.node_pools
	pool.mode in {"self-managed", "managed"}
	pool.cloud_init.state == "stated"
	pool.cloud_init.encoding == "plain"
}
