# METADATA
# title: Flow log that is switched off
# description: |
#   A log that is switched off stays in the list of logs and writes nothing: what passed in the meantime cannot be
#   looked up later.
# related_resources:
#   - description: VCN flow logs
#     ref: https://docs.oracle.com/en-us/iaas/Content/Network/Concepts/vcn-flow-logs.htm
#   - description: Deploy serverless Kubernetes with OKE virtual nodes
#     ref: https://docs.oracle.com/en/solutions/deploy-app-with-oke-virtual-nodes/index.html
# custom:
#   severity: warning
#   target: any
#   requirements: [CNI-26, ARC-14]
#   message: "{subject} is a flow log that is switched off."
#   remediation: "Remove is_enabled = false, or the log."
package rules.network["disabled-flow-log"]

import data.lib.violation

violations contains violation.at(log, ["enabled"], {}) if {
	some log in input.logs
	log.service == "flowlogs"
	log.enabled == false
}
