# METADATA
# title: Kickstart file without OSTree content
# description: |
#   The Oracle Container Host for Kubernetes comes onto a host as OSTree content that Kickstart deploys with
#   `ostreesetup`. A file that prepares first boot with Ignition but deploys nothing installs no system.
# related_resources:
#   - description: Bring your own infrastructure, OCNE documentation
#     ref: https://github.com/oracle-cne/ocne/blob/main/doc/cluster-management/byo.md
#   - description: Kickstart documentation
#     ref: https://pykickstart.readthedocs.io/en/latest/kickstart-docs.html
# custom:
#   severity: error
#   target: any
#   requirements: [OCN-17]
#   message: "{subject} prepares a host of OCNE but has no ostreesetup."
#   remediation: "Add `ostreesetup --nogpg --osname ock --url https://… --ref ock`."
package rules.ocne["kickstart-without-ostree"]

import data.lib.kickstart
import data.lib.violation

violations contains violation.at(file, [], {}) if {
	some file in kickstart.whole
	count(kickstart.indexes(file, {"ostreesetup", "ostreecontainer"})) == 0
}
