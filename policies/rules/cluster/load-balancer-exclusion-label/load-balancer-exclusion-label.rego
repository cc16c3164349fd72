# METADATA
# title: Load balancer exclusion label on virtual nodes
# description: |
#   Virtual nodes carry the label that excludes them from external load balancers already. Setting it again changes
#   nothing, and nothing that it does elsewhere happens here.
# related_resources:
#   - description: Network resource configuration for virtual nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengnetworkconfig-virtualnodes.htm
# custom:
#   severity: notice
#   target: virtual
#   requirements: [VNL-13]
#   message: "{subject} sets the label {label}, which virtual nodes carry anyway."
#   remediation: "Remove the label."
package rules.cluster["load-balancer-exclusion-label"]

import data.lib.cluster as clusters
import data.lib.violation

_label := "node.kubernetes.io/exclude-from-external-load-balancers"

violations contains violation.at(pool, ["labels", _label], {"label": _label}) if {
	some pool in clusters.virtual_pools
	_stated(pool)
}

_stated(pool) if is_string(pool.labels[_label])

_stated(pool) if pool.unknown[concat(".", ["labels", _label])]
