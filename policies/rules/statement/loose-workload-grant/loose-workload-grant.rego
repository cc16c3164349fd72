# METADATA
# title: Workload grant that is not tied down
# description: |
#   Four conditions tie a grant to the pods it is meant for: the type of principal, the namespace, the service account and
#   the cluster. Without one of them, or joined with any, whoever can create that namespace or service account in any
#   cluster of the tenancy has the same rights.
# related_resources:
#   - description: Granting workloads access to OCI resources
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contenggrantingworkloadaccesstoresources.htm
# custom:
#   severity: warning
#   target: any
#   requirements: [ARC-18]
#   message: "{subject} does not tie workloads down by {missing}."
#   remediation: "State all four: where all {request.principal.type = 'workload', request.principal.namespace = '…', request.principal.service_account = '…', request.principal.cluster_id = '…'}."
package rules.statement["loose-workload-grant"]

import data.lib.condition
import data.lib.violation

_needed := {
	"request.principal.type",
	"request.principal.namespace",
	"request.principal.service_account",
	"request.principal.cluster_id",
}

violations contains violation.at(statement, ["clauses"], {"missing": missing}) if {
	some statement in input.statements
	statement.effect == "allow"
	statement.verdict != "invalid"
	_about_workloads(statement)
	missing := sort({variable |
		some clause in statement.clauses
		_may_be_workload(clause)
		some variable in _needed
		not _tied(clause, variable)
	})
	count(missing) > 0
}

_about_workloads(statement) if {
	some clause in statement.clauses
	some term in clause
	term.variable == "request.principal.type"
	term.operator in {"=", "in"}
	some value in array.concat(object.get(term, "values", []), [object.get(term, "value", "")])
	lower(value) == "workload"
}

_about_workloads(statement) if {
	some clause in statement.clauses
	some term in clause
	term.variable in {"request.principal.namespace", "request.principal.service_account"}
}

# A clause for another type of principal, or for people, is another grant.
_may_be_workload(clause) if {
	condition.clause(clause, {"request.principal.type": {"text": "workload"}}, {"kind": "workload"}) != "no"
}

# A pattern for anything ties nothing down; a cluster's OCID may also be the principal's compartment and type in one.
_tied(clause, variable) if {
	some term in clause
	term.variable == variable
	term.operator in {"=", "in"}
	not trim(object.get(term, "value", "x"), "*") == ""
}
