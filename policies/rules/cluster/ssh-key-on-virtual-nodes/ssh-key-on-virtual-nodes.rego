# METADATA
# title: SSH key on virtual nodes
# description: |
#   Nobody can log in to a virtual node. A key or a bastion for it has no effect.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
#   - description: Terraform provider, virtual node pool
#     ref: https://registry.terraform.io/providers/oracle/oci/latest/docs/resources/containerengine_virtual_node_pool
# custom:
#   severity: warning
#   target: virtual
#   requirements: [VNT-10]
#   message: "{subject} comes with {setting:plain}, but nobody can log in to a virtual node."
#   remediation: "Remove it; look into pods with kubectl logs."
package rules.cluster["ssh-key-on-virtual-nodes"]

import data.lib.cluster as clusters
import data.lib.violation

violations contains violation.at(pool, ["settings", i], {"setting": name}) if {
	some pool in clusters.virtual_pools
	some i, name in pool.settings
	name in {"ssh_public_key", "ssh_public_key_path", "create_bastion"}
	_meant(pool, name)
}

# The module states these for all of its pools.
_meant(pool, _) if pool.notation != "module"

_meant(pool, name) if {
	clusters.virtual_only(pool.cluster)
	clusters.speaks_for_all(pool, name)
}
