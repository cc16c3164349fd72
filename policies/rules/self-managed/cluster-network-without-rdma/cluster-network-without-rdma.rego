# METADATA
# title: Cluster network of a shape without RDMA
# description: |
#   A cluster network joins bare metal instances by RDMA. Shapes without RDMA cannot be part of one.
# related_resources:
#   - description: Cluster networks
#     ref: https://docs.oracle.com/en-us/iaas/Content/Compute/Tasks/managingclusternetworks.htm
#   - description: Compute shapes
#     ref: https://docs.oracle.com/en-us/iaas/Content/Compute/References/computeshapes.htm
# custom:
#   severity: warning
#   target: any
#   requirements: [SMN-24]
#   message: "{subject} is a cluster network of {shape:plain}, which has no RDMA."
#   remediation: "Use an instance pool for this shape, or a bare metal shape with RDMA such as BM.GPU.H100.8, BM.HPC.E5.144 or BM.Optimized3.36."
package rules["self-managed"]["cluster-network-without-rdma"]

import data.lib.self_managed
import data.lib.violation

_rdma := {
	"BM.GPU.A100-v2.8", "BM.GPU.B200.8", "BM.GPU.GB200.4", "BM.GPU.GB300.4", "BM.GPU.H100.8", "BM.GPU.H200.8",
	"BM.GPU.L40S.4", "BM.GPU.MI300X.8", "BM.GPU.MI355X.8", "BM.GPU4.8", "BM.HPC.E5.144", "BM.HPC2.36",
	"BM.Optimized3.36",
}

violations contains violation.at(pool, ["shape"], {"shape": pool.shape}) if {
	some pool in self_managed.pools
	pool.form == "cluster-network"
	not pool.shape in _rdma
	_known(pool)
}

# Bare metal shapes that are not in the table may be newer than it.
_known(pool) if startswith(pool.shape, "VM.")

_known(pool) if pool.vnics
