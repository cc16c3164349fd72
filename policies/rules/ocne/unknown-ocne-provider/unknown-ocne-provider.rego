# METADATA
# title: Unknown OCNE provider
# description: |
#   OCNE makes clusters through the providers libvirt, oci, olvm, byo and none. It stops at any other name.
# related_resources:
#   - description: Types that the configuration files are decoded into
#     ref: https://github.com/oracle-cne/ocne/blob/main/pkg/config/types/types.go
#   - description: Cluster configuration file, OCNE manual page
#     ref: https://github.com/oracle-cne/ocne/blob/main/doc/manpages/ocne-config.yaml.md
# custom:
#   severity: error
#   target: any
#   requirements: [OCN-01]
#   message: "{subject} names the provider {provider}, which OCNE does not have."
#   remediation: "Use `libvirt`, `oci`, `olvm`, `byo` or `none`."
package rules.ocne["unknown-ocne-provider"]

import data.lib.ocne
import data.lib.ocne_call
import data.lib.violation

violations contains violation.at(file, ["provider"], {"provider": provider}) if {
	some file in ocne.clusters
	provider := file.value.provider
	provider != null
	not is_object(provider)
	not provider in _known
}

violations contains violation.at(call, [], {"provider": provider}) if {
	some call in input.ocne_commands
	startswith(call.verb, "cluster ")
	provider := ocne_call.value(call, "provider")
	not provider in _known
}

_known := {"libvirt", "oci", "olvm", "byo", "none", ""}
