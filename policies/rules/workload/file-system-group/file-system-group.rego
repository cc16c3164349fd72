# METADATA
# title: File system group
# description: |
#   With fsGroup the node changes the group of mounted volumes before the containers start. Virtual nodes could not do that
#   until they learned to mount File Storage claims.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
# custom:
#   severity: error
#   target: virtual
#   requirements: [VNP-40, VNP-41]
#   message: "The pod security context of {subject} sets {field:plain}, which virtual nodes do not support."
#   remediation: "Remove the field; let the image own its files, or use runAsUser and runAsGroup."
#   until: "2026-08-28"
package rules.workload["file-system-group"]

import data.lib.violation
import data.lib.virtual

_fields := {"fsGroup": ["VNP-40"], "fsGroupChangePolicy": ["VNP-41"]}

violations contains violation.of(violation.at(pod, ["securityContext", field], {"field": field}), ids) if {
	input.facts.virtual_nodes_fss_claims == false
	some pod in virtual.pods
	some field, ids in _fields
	value := pod.spec.securityContext[field]
	not value in {null, ""}
}
