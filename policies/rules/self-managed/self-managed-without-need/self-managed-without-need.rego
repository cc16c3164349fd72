# METADATA
# title: Self-managed node of a shape that managed pools have
# description: |
#   Self-managed nodes exist for shapes and images that managed pools do not take. Everything else is less work in a managed
#   pool: upgrades, replacement, scaling and draining come with it.
# related_resources:
#   - description: Working with self-managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengworkingwithselfmanagednodes.htm
# custom:
#   severity: notice
#   target: any
#   requirements: [SMN-38]
#   message: "{subject} hosts self-managed nodes of {shape:plain}, which managed node pools take as well."
#   remediation: "Use a managed node pool, unless something else calls for self-managed nodes."
#   enabled: false
package rules["self-managed"]["self-managed-without-need"]

import data.lib.self_managed
import data.lib.violation

_forms := {"instance", "instance-pool", "instance-configuration"}

violations contains violation.at(pool, ["shape"], {"shape": pool.shape}) if {
	some pool in self_managed.pools
	pool.form in _forms
	regex.match(`^(VM|BM)\.(Standard|DenseIO)`, pool.shape)
	not endswith(pool.shape, ".Micro")
	not _burstable(pool)
}

_burstable(pool) if pool.unknown.baseline_ocpu

_burstable(pool) if pool.baseline_ocpu != "BASELINE_1_1"
