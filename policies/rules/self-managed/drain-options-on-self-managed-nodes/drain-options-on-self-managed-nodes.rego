# METADATA
# title: Drain options of OKE on self-managed nodes
# description: |
#   OKE cordons and drains nodes of managed pools before it terminates them. It never terminates self-managed nodes, so that
#   its options for this do nothing there.
# related_resources:
#   - description: Working with self-managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengworkingwithselfmanagednodes.htm
#   - description: Terraform module for OKE
#     ref: https://github.com/oracle-terraform-modules/terraform-oci-oke
# custom:
#   severity: warning
#   target: any
#   requirements: [SMN-20]
#   message: "{subject} sets {settings:plain}, which self-managed nodes do not have."
#   remediation: "Remove them, and run kubectl cordon and kubectl drain before an instance is terminated."
package rules["self-managed"]["drain-options-on-self-managed-nodes"]

import data.lib.self_managed
import data.lib.violation

_options := {
	"drain",
	"eviction_grace_duration",
	"force_node_action",
	"force_node_delete",
	"node_eviction_node_pool_settings",
}

violations contains violation.at(pool, found[0].path, {"settings": names}) if {
	some pool in self_managed.pools
	found := self_managed.foreign(pool, _options)
	count(found) > 0
	names := concat(", ", [setting.name | some setting in found])
}
