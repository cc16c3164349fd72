# METADATA
# title: Grant to anyone
# description: |
#   any-user is every user, every instance, every resource and every workload of the tenancy. Kubernetes Engine needs it in
#   several statements, each with a condition on the principal; without one the statement gives the same to everybody.
# related_resources:
#   - description: Subjects of policy statements
#     ref: https://docs.oracle.com/en-us/iaas/Content/Identity/policysyntax/subject.htm
#   - description: VCN-native pod networking, IAM policies
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Concepts/contengpodnetworking_topic-OCI_CNI_plugin.htm
# custom:
#   severity: warning
#   target: any
#   requirements: [CNI-14]
#   message: "{subject} grants to every principal of the tenancy, because no condition says which one is meant."
#   remediation: "Add a condition on the principal, such as where all { request.principal.type = 'cluster', request.principal.id = '<cluster OCID>' }, or name a group."
package rules.statement["unlimited-any-user"]

import data.lib.violation

# What a cluster needs for pods and load balancers.
_of_clusters := {"instance-family", "instances", "network-security-groups", "private-ips", "virtual-network-family"}

violations contains violation.of(violation.at(statement, ["principals"], {}), _requirements(statement)) if {
	some statement in input.statements
	statement.effect == "allow"
	statement.verdict != "invalid"
	some principal in statement.principals
	principal.kind == "any-user"
	not principal.hole
	not object.get(statement, "verb", "") in {"inspect", "read"}
	_open(statement)
}

_requirements(statement) := [id | some id in ["CNI-14"]; count(_of_clusters & {lower(name) | some name in statement.resources}) > 0]

_open(statement) if count(statement.clauses) == 0

_open(statement) if {
	some clause in statement.clauses
	every term in clause {
		_general(term)
	}
}

# Conditions on what is called, or when, leave open who calls.
_general(term) if {
	term.value_kind != "hole"
	regex.match(`^(target\.|request\.(permission|operation|utc-timestamp|region|ad)(\.|$))`, term.variable)
	not _about_principal(term)
}

_about_principal(term) if {
	term.value_kind == "variable"
	startswith(lower(term.value), "request.principal.")
}
