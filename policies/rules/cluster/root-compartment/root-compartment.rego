# METADATA
# title: Cluster or VCN in the root compartment
# description: |
#   Compartments are how access, quotas and cost are kept apart. What lies in the root compartment is reached by every
#   policy that speaks of the tenancy, and cannot be given to one team alone.
# related_resources:
#   - description: Managing compartments
#     ref: https://docs.oracle.com/en-us/iaas/Content/Identity/compartments/managingcompartments.htm
#   - description: Deploy serverless Kubernetes with OKE virtual nodes
#     ref: https://docs.oracle.com/en/solutions/deploy-app-with-oke-virtual-nodes/index.html
# custom:
#   severity: notice
#   target: any
#   requirements: [ARC-32]
#   message: "{subject} lies in the root compartment of the tenancy."
#   remediation: "Put it into a compartment of its own."
package rules.cluster["root-compartment"]

import data.lib.violation

violations contains violation.at(entry, ["compartment"], {}) if {
	some entry in array.concat(input.clusters, input.vcns)
	_root(entry.compartment)
}

_root(reference) if reference.tenancy

_root(reference) if startswith(reference.ref, "ocid1.tenancy.")
