# METADATA
# title: Cloud-init on virtual nodes
# description: |
#   A virtual node is no machine of yours: it has no operating system to prepare, and no cloud-init runs on it.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
#   - description: Terraform provider, virtual node pool
#     ref: https://registry.terraform.io/providers/oracle/oci/latest/docs/resources/containerengine_virtual_node_pool
# custom:
#   severity: error
#   target: virtual
#   requirements: [VNT-09]
#   message: "{subject} has a cloud-init script, which virtual nodes never run."
#   remediation: "Remove it; what pods need belongs into their images or their manifests."
package rules.cluster["cloud-init-on-virtual-nodes"]

import data.lib.cluster as clusters
import data.lib.violation

_names := {"node_metadata", "cloud_init", "user_data", "metadata"}

violations contains violation.at(pool, ["settings", i], {}) if {
	some pool in clusters.virtual_pools
	some i, name in pool.settings
	name in _names
}

# For all pools of the module: it has an effect only where there are others.
violations contains violation.graded(pool, ["settings", i], {}, "warning") if {
	some pool in clusters.virtual_pools
	some i, "worker_cloud_init" in pool.settings
	clusters.virtual_only(pool.cluster)
	clusters.speaks_for_all(pool, "worker_cloud_init")
}

violations contains violation.at(pool, ["cloud_init"], {}) if {
	some pool in clusters.virtual_pools
	pool.cloud_init.state == "stated"
	count({name | some name in pool.settings; name in _names}) == 0
}
