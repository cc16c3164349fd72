# METADATA
# title: Alias without a definition
# description: |
#   Statements about another tenancy name it, its compartments and its groups by aliases, and each alias needs a define
#   statement in the same policy. IAM refuses a policy where one is missing.
# related_resources:
#   - description: Cross-tenancy access policies
#     ref: https://docs.oracle.com/en-us/iaas/Content/Identity/policieshow/iam-cross-domain.htm
# custom:
#   severity: warning
#   target: any
#   requirements: [VNT-22, ARC-30]
#   message: "{subject} names the {kind:plain} {alias}, which no define statement of the same policy defines."
#   remediation: "Add define <kind> <alias> as <OCID> to the same policy, or correct the name."
package rules.identity["undefined-alias"]

import data.lib.violation

violations contains violation.at(statement, [], {"kind": alias.kind, "alias": alias.name}) if {
	some statement in input.statements
	statement.verdict != "invalid"
	statement.policy
	some alias in statement.aliases
	not $"{alias.kind} {lower(alias.name)}" in _defined[statement.policy]
	not _placeholder[statement.policy]
}

_policies contains statement.policy if some statement in input.statements

_defined[policy] contains statement.defines if {
	some statement in input.statements
	policy := statement.policy
}

_defined[policy] contains "" if some policy in _policies

# What a placeholder stands for may be the definition.
_placeholder[policy] if {
	some statement in input.statements
	statement.verdict == "undetermined"
	statement.effect in {"none", "define"}
	policy := statement.policy
}
