# METADATA
# title: Kube-proxy object
# description: |
#   On virtual nodes each pod has a kube-proxy of its own that Oracle runs; kube-system holds none, and what is configured there
#   changes nothing.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
# custom:
#   severity: error
#   target: virtual
#   requirements: [VNK-11]
#   message: "{subject} runs or configures kube-proxy, which virtual nodes bring themselves."
#   remediation: "Remove it; virtual nodes need no kube-proxy configuration."
package rules.workload["kube-proxy-object"]

import data.lib.violation
import data.lib.virtual

_objects contains object if {
	some object in input.workloads.objects.DaemonSet
	object.group == "apps"
}

_objects contains object if {
	some object in input.workloads.objects.ConfigMap
	object.group == ""
}

# Beside managed nodes kube-proxy has its place.
violations contains violation.at(object, ["metadata", "name"], {}) if {
	some object in _objects
	object.name == "kube-proxy"
	object.namespace == "kube-system"
	virtual.certain(object)
	not object.exported
}
