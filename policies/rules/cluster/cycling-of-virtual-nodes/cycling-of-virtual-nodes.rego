# METADATA
# title: Cycling of virtual nodes before it existed
# description: |
#   Virtual nodes can be cycled since July 2026. Before that the setting was refused.
# related_resources:
#   - description: OKE release notes
#     ref: https://docs.oracle.com/en-us/iaas/releasenotes/services/conteng/
#   - description: Terraform provider, virtual node pool
#     ref: https://registry.terraform.io/providers/oracle/oci/latest/docs/resources/containerengine_virtual_node_pool
# custom:
#   severity: notice
#   target: virtual
#   requirements: [VNT-23]
#   until: "2026-07-06"
#   message: "{subject} states how virtual nodes are cycled, which OKE can do since 2026-07-06 only."
#   remediation: "Remove the cycling details."
package rules.cluster["cycling-of-virtual-nodes"]

import data.lib.cluster as clusters
import data.lib.violation

violations contains violation.at(pool, ["cycling"], {}) if {
	not input.facts.virtual_node_cycling
	some pool in clusters.virtual_pools
	_stated(pool)
}

_stated(pool) if is_boolean(pool.cycling)

_stated(pool) if pool.unknown.cycling
