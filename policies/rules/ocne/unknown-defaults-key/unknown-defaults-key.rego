# METADATA
# title: Unknown key in the defaults file
# description: |
#   The defaults file is read strictly. One key that OCNE does not know there stops every command of the CLI
#   on that machine, whatever it is about. Settings of a single cluster, such as its name, have no place in
#   it.
# related_resources:
#   - description: Defaults file, OCNE manual page
#     ref: https://github.com/oracle-cne/ocne/blob/main/doc/manpages/ocne-defaults.yaml.md
#   - description: Types that the configuration files are decoded into
#     ref: https://github.com/oracle-cne/ocne/blob/main/pkg/config/types/types.go
# custom:
#   severity: error
#   target: any
#   requirements: [OCN-05]
#   message: "{subject} has the key {key}, which stops every ocne command{hint:plain}."
#   remediation: "Correct the key or remove it; what belongs to one cluster goes into its own configuration."
package rules.ocne["unknown-defaults-key"]

import data.lib.ocne
import data.lib.violation

violations contains violation.at(file, unknown.path, {"key": unknown.key, "hint": _hint(unknown)}) if {
	some file in ocne.defaults
	some unknown in file.unknown_keys
}

_hint(unknown) := " (it belongs into a cluster configuration)" if {
	unknown.elsewhere
} else := $" (did you mean \"{unknown.nearest}\"?)" if {
	unknown.nearest != ""
} else := ""
