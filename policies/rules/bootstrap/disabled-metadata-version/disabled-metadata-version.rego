# METADATA
# title: Script that asks a metadata service that is switched off
# description: |
#   With the older version of the instance metadata service switched off, requests to /opc/v1/ are refused. A script that still
#   asks there gets nothing, and the node does not come up as meant.
# related_resources:
#   - description: Cloud-init scripts for self-managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcloudinitforselfmanagednodes.htm
# custom:
#   severity: error
#   target: any
#   requirements: [SMN-32]
#   message: "The script asks the metadata service under /opc/v1/, which is switched off for {pool}."
#   remediation: "Ask /opc/v2/ with the header Authorization: Bearer Oracle."
package rules.bootstrap["disabled-metadata-version"]

import data.lib.violation

violations contains violation.related(violation.at(script, ["imds_v1"], {"pool": pool.address}), [{
	"item": pool.id,
	"path": ["legacy_imds_disabled"],
	"note": "switched off here",
}]) if {
	some script in input.bootstraps
	script.imds_v1
	some pool in input.node_pools
	pool.id == script.pool
	pool.legacy_imds_disabled == true
}
