# METADATA
# title: Capacity reservation on virtual nodes
# description: |
#   Virtual nodes cannot take their capacity from a reservation. The provider refuses the setting, and the module leaves
#   it unused without a word.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
#   - description: Terraform provider, virtual node pool
#     ref: https://registry.terraform.io/providers/oracle/oci/latest/docs/resources/containerengine_virtual_node_pool
# custom:
#   severity: error
#   target: virtual
#   requirements: [VNT-08]
#   message: "{subject} names a capacity reservation, which virtual nodes cannot use."
#   remediation: "Remove the reservation, or use managed nodes."
package rules.cluster["capacity-reservation-on-virtual-nodes"]

import data.lib.cluster as clusters
import data.lib.violation

_names := {"capacity_reservation_id", "capacity_reservation"}

violations contains violation.at(pool, ["settings", i], {}) if {
	some pool in clusters.virtual_pools
	some i, name in pool.settings
	name in _names
}

violations contains violation.at(pool, ["placements", i, "capacity_reservation"], {}) if {
	some pool in clusters.virtual_pools
	some i, placement in pool.placements
	placement.capacity_reservation
}

violations contains violation.at(pool, ["capacity_reservation"], {}) if {
	some pool in clusters.virtual_pools
	pool.capacity_reservation
	every placement in object.get(pool, "placements", []) {
		not placement.capacity_reservation
	}
	not _listed(pool)
}

_listed(pool) if {
	some name in pool.settings
	name in _names
}
