# METADATA
# title: SSH key on virtual nodes
# description: |
#   Nobody can log in to a virtual node. A key for it has no effect.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
#   - description: Terraform provider, virtual node pool
#     ref: https://registry.terraform.io/providers/oracle/oci/latest/docs/resources/containerengine_virtual_node_pool
# custom:
#   severity: warning
#   target: virtual
#   requirements: [VNT-10]
#   message: "{subject} has an SSH key, but nobody can log in to a virtual node."
#   remediation: "Remove the key; look into pods with kubectl logs."
package rules.cluster["ssh-key-on-virtual-nodes"]

import data.lib.cluster as clusters
import data.lib.violation

violations contains violation.at(pool, ["settings", i], {}) if {
	some pool in clusters.virtual_pools
	some i, name in pool.settings
	name == "ssh_public_key"
}

violations contains violation.at(pool, ["ssh_key"], {}) if {
	some pool in clusters.virtual_pools
	pool.ssh_key
	not "ssh_public_key" in pool.settings
}
