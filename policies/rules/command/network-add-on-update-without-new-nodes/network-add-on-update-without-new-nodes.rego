# METADATA
# title: Update of the pod network plugin without touching the nodes
# description: |
#   A new version of the VCN-native plugin does nothing on nodes that run: it takes effect when they are rebooted,
#   since version 2.3.0 when they are replaced or the plugin's pods are deleted. A script that updates the add-on and
#   ends there leaves the old one at work.
# related_resources:
#   - description: Using the OCI VCN-Native Pod Networking CNI plugin
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Concepts/contengpodnetworking_topic-OCI_CNI_plugin.htm
# custom:
#   severity: notice
#   target: any
#   requirements: [CNI-18]
#   message: "{subject} updates the pod network plugin, and nothing after it makes nodes take it up, which they do only {when:plain}."
#   remediation: "Cycle or reboot the nodes afterwards. kubectl logs -n kube-system -l app=vcn-native-ip-cni --prefix shows which of them say \"reboot required\"."
package rules.command["network-add-on-update-without-new-nodes"]

import data.lib.violation

violations contains violation.at(command, [], {"when": _when}) if {
	some command in input.commands
	command.program == "oci"
	_updates(command)
	not command.ephemeral
	not _followed(command)
}

default _when := "when they are next rebooted"

_when := "when they are replaced" if input.facts.network_addon_on_delete

_updates(command) if {
	"update-addon" in command.args
	regex.match(`(?i)\bOciVcnIpNative\b`, concat(" ", [word | some word in command.args; is_string(word)]))
}

_followed(command) if {
	some later in input.commands
	later.script == command.script
	later.index > command.index
	regex.match(_rolls[later.program], concat(" ", [word | some word in later.args; is_string(word)]))
}

# What reboots or replaces nodes, or the pods of the plugin.
_rolls := {
	"oci": `(^| )(compute instance action|compute-management instance-pool|compute instance terminate|ce node-pool (update|delete|create)|ce node-pool delete-node|ce cluster (delete-node|reboot)|ce .*(cycl|reboot|replace))`,
	"kubectl": `(^| )(drain|delete node|delete (pod|po)|rollout restart)`,
	"ssh": `reboot`,
	"ansible": `reboot`,
	"ansible-playbook": `reboot`,
	"terraform": `(^| )apply`,
	"tofu": `(^| )apply`,
	"terragrunt": `(^| )apply`,
}
