# METADATA
# title: Key that OCNE ignores
# description: |
#   OCNE reads a cluster configuration leniently: a key that it does not know, at any level, is passed over
#   without a word, and the setting does not take effect. A few keys of the defaults file are documented for
#   cluster configurations too, but have no effect there.
# related_resources:
#   - description: Cluster configuration file, OCNE manual page
#     ref: https://github.com/oracle-cne/ocne/blob/main/doc/manpages/ocne-config.yaml.md
#   - description: Types that the configuration files are decoded into
#     ref: https://github.com/oracle-cne/ocne/blob/main/pkg/config/types/types.go
# custom:
#   severity: warning
#   target: any
#   requirements: [OCN-04]
#   message: "{subject} has the key {key}, which OCNE ignores{hint:plain}."
#   remediation: "Correct the key, or remove it; keys of the defaults file belong into ~/.ocne/defaults.yaml."
package rules.ocne["ignored-cluster-key"]

import data.lib.ocne
import data.lib.violation

violations contains violation.graded(file, unknown.path, {"key": unknown.key, "hint": _hint(unknown)}, _severity(unknown)) if {
	some file in ocne.clusters
	some unknown in file.unknown_keys
}

# The manual lists these two for cluster configurations as well.
_listed := {"autoStartUI", "quiet"}

_severity(unknown) := "notice" if {
	unknown.elsewhere
	unknown.key in _listed
} else := "warning"

_hint(unknown) := " here: it belongs into the defaults file" if unknown.elsewhere

_hint(unknown) := $" (did you mean \"{unknown.nearest}\"?)" if {
	not unknown.elsewhere
	unknown.nearest != ""
}

_hint(unknown) := "" if {
	not unknown.elsewhere
	unknown.nearest == ""
}
