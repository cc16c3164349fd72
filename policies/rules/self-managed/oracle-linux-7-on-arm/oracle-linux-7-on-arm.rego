# METADATA
# title: Oracle Linux 7 on an Arm shape
# description: |
#   Since 2025 OKE no longer provides for new Arm nodes with Oracle Linux 7.
# related_resources:
#   - description: OKE release notes
#     ref: https://docs.oracle.com/en-us/iaas/releasenotes/services/conteng/
#   - description: Working with self-managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengworkingwithselfmanagednodes.htm
# custom:
#   severity: warning
#   target: any
#   requirements: [SMN-15]
#   since: "2025-01-01"
#   message: "{subject} starts from Oracle Linux 7 on Arm, for which OKE no longer takes new nodes."
#   remediation: "Choose an OKE image of Oracle Linux 8 for Arm."
package rules["self-managed"]["oracle-linux-7-on-arm"]

import data.lib.image as image_of
import data.lib.self_managed
import data.lib.violation

violations contains violation.at(pool, image_of.place(pool), {}) if {
	some pool in self_managed.pools
	not input.facts.oracle_linux_7_on_arm
	image_of.oracle_linux(pool.image)
	image_of.major(pool.image) == 7
	not pool.image.oke == false
	_arm(pool)
}

_arm(pool) if pool.image.variant == "aarch64"

_arm(pool) if regex.match(`^(VM|BM)\.Standard\.A[0-9]+\.`, pool.shape)
