# METADATA
# title: Permission to join any cluster of the tenancy
# description: |
#   Whoever may use CLUSTER_JOIN in the whole tenancy, without a condition, can add machines to every cluster there is and
#   so receive their pods and secrets. Self-managed nodes need the permission only where their cluster is.
# related_resources:
#   - description: Dynamic group and policy for self-managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengdynamicgrouppolicyforselfmanagednodes.htm
# custom:
#   severity: warning
#   target: any
#   requirements: [SMN-06]
#   message: "{subject} lets its principals join every cluster of the tenancy."
#   remediation: "Name the compartment of the cluster (in compartment …), or add where target.cluster.id = '<cluster OCID>'."
package rules.statement["tenancy-wide-join-grant"]

import data.lib.scope
import data.lib.violation

violations contains violation.at(statement, ["location"], {}) if {
	some statement in input.statements
	statement.effect == "allow"
	statement.verdict != "invalid"
	not statement.verb
	"CLUSTER_JOIN" in statement.permissions
	scope.everywhere(statement)
	count(statement.clauses) == 0
}
