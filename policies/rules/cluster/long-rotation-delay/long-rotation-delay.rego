# METADATA
# title: Long delay of a credential rotation
# description: |
#   Oracle's pages differ on how long a rotation of credentials may wait for its completion: 90 days in the service's own,
#   14 in the Terraform provider's.
# related_resources:
#   - description: Rotating cluster credentials
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengrotatingclustercredentials.htm
# custom:
#   severity: notice
#   target: any
#   requirements: [VNT-11]
#   message: "The delay {delay} of {subject} is longer than the 14 days that the Terraform provider documents."
#   remediation: "Use at most P14D, or make sure that the provider accepts more."
package rules.cluster["long-rotation-delay"]

import data.lib.duration
import data.lib.violation

violations contains violation.at(rotation, ["delay"], {"delay": rotation.delay}) if {
	some rotation in input.credential_rotations
	days := duration.days(rotation.delay)
	days > 14
	days <= 90
}
