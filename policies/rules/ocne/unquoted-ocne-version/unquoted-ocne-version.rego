# METADATA
# title: Version that YAML reads as a number
# description: |
#   OCNE reads the version as text, so `1.30` works as written. Other programs that read the same file, and
#   people who sort by it, see the number 1.3.
# related_resources:
#   - description: Cluster configuration file, OCNE manual page
#     ref: https://github.com/oracle-cne/ocne/blob/main/doc/manpages/ocne-config.yaml.md
# custom:
#   severity: notice
#   target: any
#   requirements: [OCN-07]
#   message: "{subject} has the version {version:plain} without quotes, which YAML reads as a number."
#   remediation: "Put the version in quotes."
package rules.ocne["unquoted-ocne-version"]

import data.lib.ocne
import data.lib.violation

violations contains violation.at(file, version.path, {"version": version.text}) if {
	some file in ocne.configurations
	some version in file.versions
	version.number
}
