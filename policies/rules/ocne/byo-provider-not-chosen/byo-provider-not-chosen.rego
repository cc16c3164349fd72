# METADATA
# title: Own hardware without the byo provider
# description: |
#   Settings under `providers.byo` apply only when the configuration names that provider. Without `provider:
#   byo` OCNE takes libvirt and starts virtual machines on the local host.
# related_resources:
#   - description: Bring your own infrastructure, OCNE documentation
#     ref: https://github.com/oracle-cne/ocne/blob/main/doc/cluster-management/byo.md
#   - description: Cluster configuration file, OCNE manual page
#     ref: https://github.com/oracle-cne/ocne/blob/main/doc/manpages/ocne-config.yaml.md
# custom:
#   severity: warning
#   target: any
#   requirements: [OCN-01]
#   message: "{subject} has settings for the byo provider, but its provider is {provider:plain}."
#   remediation: "Set `provider: byo`, or remove `providers.byo`."
package rules.ocne["byo-provider-not-chosen"]

import data.lib.ocne
import data.lib.violation

violations contains violation.at(file, ["providers", "byo"], {"provider": "left out, which means libvirt"}) if {
	some file in ocne.clusters
	ocne.has(file, ["providers", "byo"])
	ocne.unset(file, ["provider"])
	not _chosen_by_call(file)
}

# A file with settings for several providers is made to be used with any of them.
violations contains violation.at(file, ["provider"], {"provider": provider}) if {
	some file in ocne.clusters
	ocne.has(file, ["providers", "byo"])
	provider := file.value.provider
	provider in {"libvirt", "oci", "olvm", "none"}
	not ocne.has(file, ["providers", provider])
}

_chosen_by_call(file) if {
	some call in input.ocne_commands
	call.config.id == file.id
	object.get(call.flags, "provider", "libvirt") in {"byo", null}
}
