# METADATA
# title: Unsupported pod shape
# description: |
#   A virtual node pool runs its pods in one of three pod shapes: E3 and E4 on AMD, A1 on Arm. Shapes of virtual machines,
#   Intel shapes and GPU shapes are refused.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
#   - description: Terraform provider, virtual node pool
#     ref: https://registry.terraform.io/providers/oracle/oci/latest/docs/resources/containerengine_virtual_node_pool
#   - description: Terraform module for OKE
#     ref: https://github.com/oracle-terraform-modules/terraform-oci-oke
# custom:
#   severity: error
#   target: virtual
#   requirements: [VNT-06, VNT-21]
#   message: "The pod shape {shape} of {subject} {verdict:plain}."
#   remediation: "Use Pod.Standard.E4.Flex, Pod.Standard.E3.Flex or Pod.Standard.A1.Flex."
package rules.cluster["unsupported-pod-shape"]

import data.lib.cluster as clusters
import data.lib.violation

_supported := {"Pod.Standard.A1.Flex", "Pod.Standard.E3.Flex", "Pod.Standard.E4.Flex"}

# Shapes that surely will never do; a pod shape that is not in the list may be a new one.
_refused := {"Pod.Standard3.Flex"}

violations contains violation.of(violation.graded(pool, ["shape"], {"shape": pool.shape, "verdict": _verdicts[_severity(pool.shape)]}, _severity(pool.shape)), _requirements(pool)) if {
	some pool in clusters.virtual_pools
	not pool.shape in _supported
}

_severity(shape) := "warning" if {
	startswith(shape, "Pod.")
	not shape in _refused
} else := "error"

_verdicts := {
	"error": "does not exist for virtual nodes",
	"warning": "is not among those that are documented for virtual nodes",
}

# The module's default shape is that of a virtual machine, which the module refuses for virtual pools.
_requirements(pool) := ["VNT-06", "VNT-21"] if pool.notation == "module"

_requirements(pool) := ["VNT-06"] if pool.notation != "module"
