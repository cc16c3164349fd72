# METADATA
# title: Runtime class with overhead
# description: |
#   When a runtime class states an overhead, Kubernetes writes it into each pod that names the class, and virtual nodes do
#   not support the overhead field.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
# custom:
#   severity: warning
#   target: virtual
#   requirements: [VNP-34, VNK-19]
#   message: "{subject} names the runtime class {class}, which adds a pod overhead that virtual nodes do not support."
#   remediation: "Remove runtimeClassName, or the overhead from the runtime class; or run this workload on managed nodes."
package rules.join["runtime-class-overhead"]

import data.lib.violation
import data.lib.virtual

violations contains violation.related(violation.at(pod, ["runtimeClassName"], {"class": pod.runtime_class}), related) if {
	some pod in virtual.indexed_pods
	classes := {class | some class in _with_overhead; class.name == pod.runtime_class}
	count(classes) > 0
	related := [{"item": class.id, "path": ["overhead"], "note": "the overhead of the runtime class"} | some class in classes]
}

_with_overhead contains class if {
	some class in input.index.objects.RuntimeClass
	class.group == "node.k8s.io"
	count(class.value.overhead.podFixed) > 0
}
