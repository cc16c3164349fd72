# METADATA
# title: Doubtful statement
# description: |
#   The statement can be read, but a part of it means something else than its author thinks, works by luck, or is not in
#   the documentation: a resource type or variable that is nearly right, a variable in quotes, braces without all or any.
#   IAM does not complain about most of these; it grants nothing.
# related_resources:
#   - description: Policy syntax
#     ref: https://docs.oracle.com/en-us/iaas/Content/Identity/Concepts/policysyntax.htm
#   - description: Conditions
#     ref: https://docs.oracle.com/en-us/iaas/Content/Identity/policysyntax/conditions.htm
# custom:
#   severity: warning
#   target: any
#   requirements: [SMN-04, SMN-05, CNI-12, CNI-13, VNT-22, ARC-18, ARC-27, ARC-30]
#   message: "{subject} may not do what it says. {problem:plain}"
#   remediation: "Write the marked part as the policy reference does; `oke-policy iam` shows the statement put right."
package rules.statement["doubtful-statement"]

import data.lib.concerned
import data.lib.violation

# What is merely unknown to this program is worth a notice at most, and a word from another reader.
_silent := {"iam/unknown-resource-type", "iam/unknown-permission"}

# Oracle's own pages and module write these, and IAM reads them: no requirement is at stake.
_style := {"iam/bare-braces", "iam/double-quotes", "iam/unquoted-ocid"}

violations contains violation.of(violation.graded(entry, ["problems", i], {"problem": problem.message, "code": problem.code}, problem.severity), _requirements(entry, problem)) if {
	some list in ["statements", "dynamic_groups"]
	some entry in input[list]
	some i, problem in entry.problems
	problem.severity != "error"
	not _unimportant(problem)
}

_unimportant(problem) if {
	problem.severity == "notice"
	problem.code in _silent
}

_requirements(entry, problem) := concerned.requirements(entry) if not problem.code in _style

_requirements(_, problem) := [] if problem.code in _style
