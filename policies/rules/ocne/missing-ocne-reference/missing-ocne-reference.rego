# METADATA
# title: Reference to a file that is not there
# description: |
#   OCNE opens extra Ignition, public keys and application values when the cluster is started. A file that is
#   missing then stops the command, or leaves the application without its values.
# related_resources:
#   - description: Cluster configuration file, OCNE manual page
#     ref: https://github.com/oracle-cne/ocne/blob/main/doc/manpages/ocne-config.yaml.md
# custom:
#   severity: warning
#   target: any
#   requirements: [OCN-29]
#   message: "{subject} refers to {file}, which is neither beside it nor at the root of the repository."
#   remediation: "Correct the path, or add the file."
package rules.ocne["missing-ocne-reference"]

import data.lib.ocne
import data.lib.violation

violations contains violation.at(file, reference.path, {"file": reference.text}) if {
	some file in ocne.configurations
	some reference in file.references
	every candidate in reference.candidates {
		input.files[candidate] == false
	}
}
