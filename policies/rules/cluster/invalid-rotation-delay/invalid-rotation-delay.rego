# METADATA
# title: Invalid delay of a credential rotation
# description: |
#   The delay after which a rotation of credentials completes by itself is an ISO 8601 duration of 1 to 90 days. Anything
#   else is refused.
# related_resources:
#   - description: Rotating cluster credentials
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengrotatingclustercredentials.htm
# custom:
#   severity: error
#   target: any
#   requirements: [VNT-11]
#   message: "The delay {delay} of {subject} is not a duration of 1 to 90 days."
#   remediation: "Write a duration such as P5D."
package rules.cluster["invalid-rotation-delay"]

import data.lib.duration
import data.lib.violation

violations contains violation.at(rotation, ["delay"], {"delay": rotation.delay}) if {
	some rotation in input.credential_rotations
	rotation.delay
	not _accepted(rotation.delay)
}

_accepted(delay) if {
	days := duration.days(delay)
	days >= 1
	days <= 90
}
