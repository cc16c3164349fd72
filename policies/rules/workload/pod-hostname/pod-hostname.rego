# METADATA
# title: Pod host name
# description: |
#   Virtual nodes name the host of a pod themselves. They support neither a host name of the pod's own nor the switch that
#   makes the kernel report the full domain name.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
# custom:
#   severity: error
#   target: virtual
#   requirements: [VNP-32, VNP-35]
#   message: "{subject} sets {field:plain} to {value:plain}, a field that virtual nodes do not support."
#   remediation: "Remove the field and reach the pod through a Service, or run this workload on managed nodes."
package rules.workload["pod-hostname"]

import data.lib.boolean
import data.lib.violation
import data.lib.virtual

violations contains violation.of(violation.at(pod, ["hostname"], facts), ["VNP-32"]) if {
	some pod in virtual.pods
	value := pod.spec.hostname
	not value in {null, ""}
	facts := {"field": "hostname", "value": value}
}

violations contains violation.of(found, ["VNP-35"]) if {
	some pod in virtual.pods
	found := _full(pod, pod.spec.setHostnameAsFQDN)
}

_full(pod, value) := violation.at(pod, ["setHostnameAsFQDN"], _facts(true)) if boolean.on(value)

_full(pod, value) := violation.graded(pod, ["setHostnameAsFQDN"], _facts(false), "notice") if boolean.off(value)

_facts(value) := {"field": "setHostnameAsFQDN", "value": value}
