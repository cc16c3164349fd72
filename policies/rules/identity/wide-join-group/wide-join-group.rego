# METADATA
# title: Dynamic group wider than the nodes
# description: |
#   Every member of a dynamic group that may use CLUSTER_JOIN can become a node and receive pods with their secrets. A rule
#   that matches all instances, or those of the whole tenancy, lets any machine do so.
# related_resources:
#   - description: Dynamic group and policy for self-managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengdynamicgrouppolicyforselfmanagednodes.htm
# custom:
#   severity: warning
#   target: any
#   requirements: [SMN-07]
#   message: "{subject} may join the cluster and includes far more instances than its nodes."
#   remediation: "Match the compartment of the nodes, or their tag: ALL {instance.compartment.id = '<compartment of the nodes>'}."
package rules.identity["wide-join-group"]

import data.lib.grantee
import data.lib.scope
import data.lib.violation

violations contains violation.related(violation.at(group, ["clauses"], {}), [{"item": statement.id, "note": "lets the group join"}]) if {
	some statement in input.statements
	statement.effect == "allow"
	"CLUSTER_JOIN" in statement.permissions
	some principal in statement.principals
	principal.kind == "dynamic-group"
	some group in grantee.groups(principal)
	some clause in group.clauses
	every term in clause {
		_wide(term)
	}
}

_wide(term) if term.operator == "!="

_wide(term) if term.variable == "resource.type"

_wide(term) if {
	term.variable in {"instance.compartment.id", "resource.compartment.id"}
	scope.tenancy(object.get(term, "value", object.get(term, "ref", "")))
}
