# METADATA
# title: Pinned version of the pod network add-on
# description: |
#   Unless a version is stated, OKE brings updates of the VCN-native plugin to the cluster by itself. With a version it
#   is up to you to follow the releases. Versions from 2.3.0 on are never updated by themselves, stated or not.
# related_resources:
#   - description: Using the OCI VCN-Native Pod Networking CNI plugin
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Concepts/contengpodnetworking_topic-OCI_CNI_plugin.htm
#   - description: Configuring cluster add-ons
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengconfiguringclusteraddons.htm
# custom:
#   severity: notice
#   target: any
#   requirements: [CNI-17]
#   message: "{subject} pins the pod network plugin to {version:plain}: you keep it current, and an update takes effect only {when:plain}."
#   remediation: "Remove the version if OKE is to keep the plugin current, or make updating it part of your routine."
package rules.cluster["pinned-network-add-on"]

import data.lib.violation

violations contains violation.at(addon, ["addon_version"], {"version": addon.addon_version, "when": _when(addon)}) if {
	some addon in input.addons
	addon.addon == "OciVcnIpNative"
	addon.addon_version
}

_when(addon) := "on new nodes" if {
	input.facts.network_addon_on_delete
	not _before_on_delete(addon)
} else := "when nodes are next rebooted"

# Below 2.3.0 the plugin is updated as it was.
_before_on_delete(addon) if regex.match(`^v?(0|1|2\.[0-2])([.]|$)`, addon.addon_version)
