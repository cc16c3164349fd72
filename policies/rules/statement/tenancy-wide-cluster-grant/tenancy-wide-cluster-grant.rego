# METADATA
# title: Grant to every cluster, everywhere
# description: |
#   A cluster whose nodes or network are in another compartment needs rights there. Granted in the tenancy to every
#   principal of type cluster, they let each cluster of the tenancy manage instances and addresses in every compartment. The
#   documentation shows this form as the permissive one and a restricted form beside it.
# related_resources:
#   - description: VCN-native pod networking, cluster and resources in different compartments
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Concepts/contengpodnetworking_topic-OCI_CNI_plugin.htm
# custom:
#   severity: warning
#   target: any
#   requirements: [CNI-14]
#   message: "{subject} holds for every cluster of the tenancy in every compartment."
#   remediation: "Name the compartment of the resources (in compartment id …) and the cluster (where all { request.principal.id = '<cluster OCID>' })."
package rules.statement["tenancy-wide-cluster-grant"]

import data.lib.scope
import data.lib.violation

_actions := {"manage instances", "use private-ips", "use network-security-groups"}

violations contains violation.at(statement, ["location"], {}) if {
	some statement in input.statements
	statement.effect == "allow"
	statement.verdict != "invalid"
	scope.everywhere(statement)
	some action in statement.permissions
	action in _actions
	some clause in statement.clauses
	count(clause) == 1
	_any_cluster(clause[0])
}

_any_cluster(term) if {
	term.variable == "request.principal.type"
	term.operator in {"=", "in"}
	some value in _values(term)
	lower(value) == "cluster"
}

_values(term) := term.values if {
	term.values
} else := [term.value]
