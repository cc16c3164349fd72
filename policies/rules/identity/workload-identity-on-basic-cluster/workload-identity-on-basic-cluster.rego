# METADATA
# title: Workload identity on a basic cluster
# description: |
#   Only enhanced clusters give pods an identity of their own. On a basic cluster the calls of these pods are refused,
#   whatever the statement says.
# related_resources:
#   - description: Granting workloads access to OCI resources
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contenggrantingworkloadaccesstoresources.htm
#   - description: Enhanced and basic clusters
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengworkingwithenhancedclusters.htm
# custom:
#   severity: error
#   target: any
#   requirements: [ARC-19]
#   message: "{subject} is not an enhanced cluster, but {user:plain} uses workload identity, which only enhanced clusters have."
#   remediation: "Set type = \"ENHANCED_CLUSTER\"; a basic cluster can be upgraded in place, but not back."
package rules.identity["workload-identity-on-basic-cluster"]

import data.lib.attribute
import data.lib.violation
import data.lib.workload_identity

violations contains violation.related(violation.graded(cluster, ["type"], {"user": user}, severity), [{"item": item.id, "note": "uses workload identity"}]) if {
	some cluster in input.clusters
	severity := _severity(cluster)
	items := workload_identity.users(cluster)
	item := items[0]
	user := _name(item)
}

_severity(cluster) := "error" if upper(cluster.type) == "BASIC_CLUSTER"

_severity(cluster) := "error" if {
	attribute.absent(cluster, "type")
	input.as_of <= "2025-02-12"
}

_severity(cluster) := "warning" if {
	attribute.absent(cluster, "type")
	input.as_of > "2025-02-12"
}

_name(item) := "a policy statement" if {
	item.text
} else := $"{item.kind} \"{item.name}\""
