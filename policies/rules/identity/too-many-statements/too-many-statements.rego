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

violations contains violation.at(_statements[policy][_per_policy], [], {"limit": _per_policy, "what": "one policy", "count": count(list)}) if {
	some policy, list in _statements
	count(list) > _per_policy
}

violations contains violation.at(_attached[place][_per_line], [], {"limit": _per_line, "what": "one compartment", "count": count(list)}) if {
	some place, list in _attached
	count(list) > _per_line
}

_policies contains statement.policy if some statement in input.statements

_statements[policy] := [statement | some statement in input.statements; statement.policy == policy] if some policy in _policies

# A repository may hold several set-ups that never meet: only what one file, or one root module, attaches to a place counts together.
_places contains _place(statement) if some statement in input.statements

_attached[place] := [statement | some statement in input.statements; _place(statement) == place] if some place in _places

_place(statement) := [split(split(statement.policy, "#")[0], " ")[0], statement.attachment.ref]
