# METADATA
# title: Node cycling on self-managed nodes
# description: |
#   OKE replaces the nodes of managed pools one after another when asked to cycle them. It does not do so with self-managed
#   nodes.
# related_resources:
#   - description: Working with self-managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengworkingwithselfmanagednodes.htm
#   - description: Upgrading self-managed nodes by replacing them
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengupgradingselfmanagednodes.htm
#   - description: Terraform module for OKE
#     ref: https://github.com/oracle-terraform-modules/terraform-oci-oke
# custom:
#   severity: warning
#   target: any
#   requirements: [SMN-21]
#   message: "{subject} sets {settings:plain}, but OKE does not cycle self-managed nodes."
#   remediation: "Remove them, and replace nodes yourself: add a new one, cordon and drain the old one, terminate it."
package rules["self-managed"]["cycling-of-self-managed-nodes"]

import data.lib.self_managed
import data.lib.violation

_options := {
	"node_cycling_enabled",
	"node_cycling_max_surge",
	"node_cycling_max_unavailable",
	"node_cycling_mode",
	"node_pool_cycling_details",
}

violations contains violation.at(pool, found[0].path, {"settings": names}) if {
	some pool in self_managed.pools
	found := self_managed.foreign(pool, _options)
	count(found) > 0
	names := concat(", ", [setting.name | some setting in found])
}
