# METADATA
# title: Unsupported network plugin
# description: |
#   OCNE installs flannel or calico, or nothing when another plugin is deployed by hand. It does not look at
#   the name before the cluster is up: with any other, the nodes stay without a pod network. Multus adds
#   interfaces to a network that another plugin makes and cannot be the first.
# related_resources:
#   - description: Cluster configuration file, OCNE manual page
#     ref: https://github.com/oracle-cne/ocne/blob/main/doc/manpages/ocne-config.yaml.md
# custom:
#   severity: warning
#   target: any
#   requirements: [OCN-23]
#   message: "{subject} asks for the network plugin {cni}, {why:plain}."
#   remediation: "Use `flannel` or `calico`; or `none`, and deploy the other plugin yourself."
package rules.ocne["unsupported-ocne-cni"]

import data.lib.ocne
import data.lib.violation

violations contains violation.at(file, ["cni"], {"cni": cni, "why": "which OCNE is not known to install"}) if {
	some file in ocne.configurations
	cni := file.value.cni
	is_string(cni)
	not cni in {"flannel", "calico", "none", ""}
	lower(cni) != "multus"
}

violations contains violation.graded(file, ["cni"], facts, "error") if {
	some file in ocne.configurations
	lower(file.value.cni) == "multus"
	facts := {"cni": file.value.cni, "why": "which cannot be the primary one"}
}
