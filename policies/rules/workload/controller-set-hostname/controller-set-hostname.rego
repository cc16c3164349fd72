# METADATA
# title: Host name set by the controller
# description: |
#   The controllers of StatefulSets and of indexed Jobs write a host name into each pod that they create, and virtual nodes
#   list the host name among the fields that they do not support. No page says what becomes of such pods.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
# custom:
#   severity: notice
#   target: virtual
#   requirements: [VNP-37]
#   message: "The controller of {subject} gives its pods a host name, a field that virtual nodes do not support."
#   remediation: "Try this workload on a virtual node before relying on it, or use a Deployment."
#   enabled: false
package rules.workload["controller-set-hostname"]

import data.lib.violation
import data.lib.virtual

violations contains violation.at(object, [], {}) if {
	some object in input.workloads.objects.StatefulSet
	object.group == "apps"
	virtual.bound(object)
}

violations contains violation.at(job, ["spec", "completionMode"], {}) if {
	some job in input.workloads.objects.Job
	job.group == "batch"
	virtual.bound(job)
	job.value.spec.completionMode == "Indexed"
}

violations contains violation.at(object, ["spec", "jobTemplate", "spec", "completionMode"], {}) if {
	some object in input.workloads.objects.CronJob
	object.group == "batch"
	virtual.bound(object)
	object.value.spec.jobTemplate.spec.completionMode == "Indexed"
}
