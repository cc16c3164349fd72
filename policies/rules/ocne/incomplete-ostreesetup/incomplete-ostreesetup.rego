# METADATA
# title: Incomplete ostreesetup
# description: |
#   Kickstart needs to know the name of the system, the address of the archive and the branch in it. It stops
#   the installation when one is missing.
# related_resources:
#   - description: Bring your own infrastructure, OCNE documentation
#     ref: https://github.com/oracle-cne/ocne/blob/main/doc/cluster-management/byo.md
#   - description: Kickstart documentation
#     ref: https://pykickstart.readthedocs.io/en/latest/kickstart-docs.html
# custom:
#   severity: error
#   target: any
#   requirements: [OCN-17]
#   message: "{subject} deploys OSTree content without {missing}."
#   remediation: "Give `--osname`, `--url` and `--ref`."
package rules.ocne["incomplete-ostreesetup"]

import data.lib.kickstart
import data.lib.violation

violations contains violation.at(file, ["commands", i], {"missing": missing}) if {
	some file in kickstart.ock
	some i in kickstart.indexes(file, {"ostreesetup"})
	options := object.keys(file.value.commands[i].options)
	missing := [$"--{option}" | some option in ["osname", "url", "ref"]; not option in options]
	count(missing) > 0
}
