# METADATA
# title: Autoscaler of a workload without requests
# description: |
#   Utilisation is measured against what containers request. For a workload whose containers request nothing the autoscaler
#   has nothing to compute with, and never scales.
# related_resources:
#   - description: Horizontal pod autoscaling
#     ref: https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/
#   - description: Reference architecture for serverless Kubernetes on virtual nodes
#     ref: https://docs.oracle.com/en/solutions/oke-virtual-nodes/index.html
# custom:
#   severity: warning
#   target: any
#   requirements: [ARC-13]
#   message: "{subject} scales {target:plain} by its utilisation, but not all containers there request resources."
#   remediation: "State requests (on virtual nodes with equal limits) for every container of the target."
package rules.join["autoscaler-target-without-requests"]

import data.lib.autoscaler
import data.lib.violation

violations contains violation.related(violation.at(scaler.entry, _target, {"target": $"{scaler.kind} {scaler.name}"}), related) if {
	some pod in input.index.pods
	not pod.has_resources
	not pod.partial
	not _hidden(pod)
	some scaler in autoscaler.of(pod)
	not scaler.entry.id in _measured
	_by_utilisation(scaler.entry, pod)
	related := [{"item": pod.id, "path": ["containers"], "note": "the containers that it would measure"}]
}

_target := ["spec", "scaleTargetRef"]

# Several workloads of one name, or a patch of it: any that states requests may be the one that is meant.
_measured contains scaler.entry.id if {
	some pod in input.index.pods
	pod.has_resources
	some scaler in autoscaler.of(pod)
}

_hidden(pod) if {
	some place, _ in pod.unknown
	contains(place, "resources")
}

# Without metrics the utilisation of cpu decides.
_by_utilisation(scaler, _) if {
	scaler.kind == "HorizontalPodAutoscaler"
	object.get(scaler.value.spec, "metrics", null) in {null, []}
	not scaler.unknown["spec.metrics"]
}

_by_utilisation(scaler, _) if {
	some metric in scaler.value.spec.metrics
	metric.type == "Resource"
	object.get(metric.resource, ["target", "type"], "Utilization") == "Utilization"
	not metric.resource.targetAverageValue
}

# It measures one container: where no container states cpu, that one does not either.
_by_utilisation(scaler, pod) if {
	not pod.cpu
	some metric in scaler.value.spec.metrics
	metric.type == "ContainerResource"
	metric.containerResource.name == "cpu"
	metric.containerResource.target.type == "Utilization"
}

# KEDA makes such an autoscaler of these triggers.
_by_utilisation(scaler, _) if {
	some trigger in scaler.value.spec.triggers
	trigger.type in {"cpu", "memory"}
	"Utilization" in [object.get(trigger, "metricType", ""), object.get(trigger, ["metadata", "type"], "")]
}
