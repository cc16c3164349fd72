# METADATA
# title: Matching rule that nothing satisfies
# description: |
#   All conditions of a list after ALL must hold for one resource. Two different values for the same variable never do, so
#   the dynamic group stays empty and what is granted to it reaches nobody.
# related_resources:
#   - description: Managing dynamic groups
#     ref: https://docs.oracle.com/en-us/iaas/Content/Identity/Tasks/managingdynamicgroups.htm
# custom:
#   severity: warning
#   target: any
#   requirements: [SMN-04]
#   message: "{subject} stays empty: no resource has two values of {variable} at once."
#   remediation: "Write ANY in place of ALL, or one group for each value."
package rules.statement["empty-dynamic-group"]

import data.lib.violation

violations contains violation.at(group, ["clauses"], {"variable": variable}) if {
	some group in input.dynamic_groups
	count(group.clauses) > 0
	every clause in group.clauses {
		count(_contradictions(clause)) > 0
	}
	variable := min(_contradictions(group.clauses[0]))
}

_contradictions(clause) := {a.variable |
	some a in clause
	some b in clause
	a.variable == b.variable
	a.operator == "="
	b.operator == "="
	lower(a.value) != lower(b.value)
}
