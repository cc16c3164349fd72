# METADATA
# title: Termination grace period
# description: |
#   Virtual nodes list terminationGracePeriodSeconds among the fields that they do not support. The API accepts the value,
#   so a pod that counts on time to finish its work may be stopped without it. The ingress-nginx manifest of Oracle's
#   sample repository for virtual nodes sets 300 all the same, which shows that it is accepted, not that it is kept.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
# custom:
#   severity: warning
#   target: virtual
#   requirements: [VNP-38]
#   message: "{subject} asks for a termination grace period of {seconds:plain} seconds, which virtual nodes do not support."
#   remediation: "Remove the field and make the containers end quickly when they are told to, or run this workload on managed nodes."
package rules.workload["termination-grace-period"]

import data.lib.violation
import data.lib.virtual

violations contains violation.at(pod, ["terminationGracePeriodSeconds"], {"seconds": seconds}) if {
	some pod in virtual.pods
	seconds := pod.spec.terminationGracePeriodSeconds
	seconds != null
	not _defaulted(pod, seconds)
}

# Kubernetes writes its default into every pod that is dumped from a cluster.
_defaulted(pod, 30) if pod.exported
