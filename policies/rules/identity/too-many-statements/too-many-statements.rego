# METADATA
# title: Too many statements
# description: |
#   A policy holds 50 statements unless its limit was raised, and 500 count along any line of compartments. What is over a
#   limit is refused with the whole policy.
# related_resources:
#   - description: How policies work
#     ref: https://docs.oracle.com/en-us/iaas/Content/Identity/Concepts/policies.htm
# custom:
#   severity: warning
#   target: any
#   requirements: [SMN-05, CNI-13]
#   message: "{subject} is beyond the limit of {limit} statements of {what:plain}, which has {count}."
#   remediation: "Spread the statements over several policies, merge those that differ in their verb or subject alone, or have the limit raised."
package rules.identity["too-many-statements"]

import data.lib.violation

_per_policy := 50

_per_line := 500

violations contains violation.at(_nth(members, _per_policy), [], {"limit": _per_policy, "what": "one policy", "count": count(members)}) if {
	some members in _policies
	count(members) > _per_policy
}

violations contains violation.at(_nth(members, _per_line), [], {"limit": _per_line, "what": "one compartment", "count": count(members)}) if {
	some members in _places
	count(members) > _per_line
}

_nth(members, n) := input.statements[sort(members)[n]]

_policies[statement.policy] contains i if some i, statement in input.statements

# A repository may hold several set-ups that never meet: only what one file, or one root module, attaches to a place counts together.
_places[place] contains i if {
	some i, statement in input.statements
	set_up := split(split(statement.policy, "#")[0], " ")[0]
	place := concat(" ", [set_up, statement.attachment.ref])
}
