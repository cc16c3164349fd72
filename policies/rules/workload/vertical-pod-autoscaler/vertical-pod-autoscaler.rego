# METADATA
# title: Vertical Pod Autoscaler
# description: |
#   Virtual nodes do not support the Vertical Pod Autoscaler. With updateMode Off it only recommends, which does no harm but is
#   not supported either.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
# custom:
#   severity: error
#   target: virtual
#   requirements: [VNK-15]
#   message: "{subject} uses the Vertical Pod Autoscaler, which virtual nodes do not support."
#   remediation: "Set the resources yourself, and scale with a HorizontalPodAutoscaler."
package rules.workload["vertical-pod-autoscaler"]

import data.lib.violation
import data.lib.virtual

violations contains violation.graded(object, ["kind"], {}, _severity(object)) if {
	some object in input.workloads.objects.VerticalPodAutoscaler
	object.group == "autoscaling.k8s.io"
	virtual.bound(object)
}

violations contains violation.at(container, ["image"], {}) if {
	some container in virtual.containers
	contains(container.image.repository, "vpa-")
	regex.match(`(^|/)vpa-(admission-controller|recommender|updater)$`, container.image.repository)
}

_severity(object) := "warning" if {
	object.value.spec.updatePolicy.updateMode == "Off"
} else := "error"
