# METADATA
# title: External Secrets with defaults for managed nodes
# description: |
#   The chart of the External Secrets Operator states no resources and gives its containers a seccomp profile. On virtual nodes
#   requests have to equal limits, a container that states neither gets very little, and Oracle lists seccomp profiles of pods
#   as unsupported and says nothing of those of containers.
# related_resources:
#   - description: Values of the chart
#     ref: https://github.com/external-secrets/external-secrets/tree/main/deploy/charts/external-secrets
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
# custom:
#   severity: notice
#   target: virtual
#   requirements: [ARC-35]
#   message: "The chart external-secrets is installed without {missing:plain}, which virtual nodes ask for."
#   remediation: "Set resources of the operator, its webhook and its certController with requests equal to limits; if a container is refused, set securityContext.seccompProfile of each to null."
package rules.join["external-secrets-on-virtual-nodes"]

import data.lib.violation
import data.lib.virtual

violations contains violation.at(chart, [], {"missing": missing}) if {
	some chart in input.charts
	virtual.bound(chart)
	chart.chart == "external-secrets"
	not chart.unknown.values
	missing := [part | some part in ["resources", "webhook.resources", "certController.resources"]; not _stated(chart, part)]
	count(missing) > 0
}

_stated(chart, part) if {
	resources := object.get(chart.values, split(part, "."), null)
	count(resources.limits) > 0
}

# A part that is switched off needs nothing, nor one of which a placeholder decides.
_stated(chart, part) if not object.get(chart.values, [split(part, ".")[0], "create"], true) in {true, null}
