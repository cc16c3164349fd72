# METADATA
# title: Setting without effect on own hardware
# description: |
#   On own hardware OCNE makes no machines: a Cluster API definition is not used, and the number of control
#   plane nodes makes none. The number of workers only decides whether the first control plane node also takes
#   other pods.
# related_resources:
#   - description: Cluster configuration file, OCNE manual page
#     ref: https://github.com/oracle-cne/ocne/blob/main/doc/manpages/ocne-config.yaml.md
#   - description: The byo driver of OCNE
#     ref: https://github.com/oracle-cne/ocne/blob/main/pkg/cluster/driver/byo/byo.go
# custom:
#   severity: warning
#   target: any
#   requirements: [OCN-26]
#   message: "{subject} is for own hardware, where {key} {effect:plain}."
#   remediation: "Remove the setting, and join nodes with `ocne cluster join`."
package rules.ocne["byo-ignored-setting"]

import data.lib.ocne
import data.lib.violation

violations contains violation.at(file, [key], {"key": key, "effect": "has no effect"}) if {
	some file in ocne.clusters
	ocne.byo(file)
	some key in ["clusterDefinition", "clusterDefinitionInline"]
	ocne.stated(file, [key])
}

# An even number is another rule's.
violations contains violation.at(file, [key], {"key": key, "effect": "makes no nodes"}) if {
	some file in ocne.clusters
	ocne.byo(file)
	some key in ["controlPlaneNodes"]
	regex.match(`^[0-9]{0,4}[13579]$`, $"{file.value[key]}")
}

violations contains violation.graded(file, ["workerNodes"], facts, "notice") if {
	some file in ocne.clusters
	ocne.byo(file)
	regex.match(`^0*[1-9][0-9]*$`, $"{file.value.workerNodes}")
	facts := {"key": "workerNodes", "effect": "makes no nodes and only keeps other pods off the first one"}
}
