# METADATA
# title: Workload principal in a dynamic group
# description: |
#   Dynamic groups hold instances and some other resources, but not workload identities: a rule for them matches nothing,
#   and what is granted to the group reaches no pod.
# related_resources:
#   - description: Granting workloads access to OCI resources
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contenggrantingworkloadaccesstoresources.htm
# custom:
#   severity: error
#   target: any
#   requirements: [ARC-18]
#   message: "{subject} asks for workload identities, which cannot be members of dynamic groups."
#   remediation: "Grant in the policy itself: Allow any-user to … where all {request.principal.type = 'workload', request.principal.namespace = '…', request.principal.service_account = '…', request.principal.cluster_id = '…'}."
package rules.statement["workload-principal-in-dynamic-group"]

import data.lib.violation

violations contains violation.at(group, ["clauses"], {}) if {
	some group in input.dynamic_groups
	some clause in group.clauses
	some term in clause
	_asks_for_workloads(term)
}

_asks_for_workloads(term) if {
	term.variable in {"resource.type", "request.principal.type"}
	term.operator == "="
	lower(term.value) == "workload"
}

_asks_for_workloads(term) if {
	term.variable in {"request.principal.namespace", "request.principal.service_account", "request.principal.cluster_id"}
}
