# METADATA
# title: Invalid statement
# description: |
#   IAM refuses a policy with a statement that it cannot read, and with it all the others of the same policy. What the
#   cluster, its nodes or its pods should have been allowed stays forbidden, which shows as nodes that never join or calls
#   that find nothing.
# related_resources:
#   - description: Policy syntax
#     ref: https://docs.oracle.com/en-us/iaas/Content/Identity/Concepts/policysyntax.htm
# custom:
#   severity: error
#   target: any
#   requirements: [SMN-04, SMN-05, CNI-12, CNI-13, VNT-22, ARC-18, ARC-27, ARC-30]
#   message: "{subject} is invalid. {problem:plain}"
#   remediation: "Correct the statement at the place that is marked; `oke-policy iam` shows it with what was expected there."
package rules.statement["invalid-statement"]

import data.lib.concerned
import data.lib.violation

violations contains violation.of(violation.at(entry, ["problems", i], {"problem": problem.message, "code": problem.code}), concerned.requirements(entry)) if {
	some list in ["statements", "dynamic_groups"]
	some entry in input[list]
	entry.verdict == "invalid"
	some i, problem in entry.problems
	problem.severity == "error"
}
