# What scales workloads by load: HorizontalPodAutoscalers and the ScaledObjects of KEDA.
package lib.autoscaler

# METADATA
# description: autoscalers as `{entry, namespace, kind, name, most}`
all contains {
	"entry": scaler,
	"namespace": scaler.namespace,
	"kind": target.kind,
	"name": target.name,
	"most": object.get(scaler.value.spec, "maxReplicas", 0),
} if {
	some scaler in input.index.objects.HorizontalPodAutoscaler
	scaler.group == "autoscaling"
	target := scaler.value.spec.scaleTargetRef
}

all contains {
	"entry": scaler,
	"namespace": scaler.namespace,
	"kind": object.get(target, "kind", "Deployment"),
	"name": target.name,
	"most": object.get(scaler.value.spec, "maxReplicaCount", 100),
} if {
	some scaler in input.index.objects.ScaledObject
	scaler.group == "keda.sh"
	target := scaler.value.spec.scaleTargetRef
}

_by_name[scaler.name] contains scaler if some scaler in all

# METADATA
# description: the autoscalers that mean this pod's workload
of(pod) := {scaler |
	some scaler in _by_name[pod.name]
	scaler.kind == pod.kind
	_near(scaler.namespace, pod.namespace)
}

# METADATA
# description: some autoscaler's target cannot be known, so that any workload may be it
doubtful if {
	some scaler in input.index.objects.HorizontalPodAutoscaler
	not scaler.value.spec.scaleTargetRef.name
}

doubtful if {
	some scaler in input.index.objects.HorizontalPodAutoscaler
	not scaler.value.spec.scaleTargetRef.kind
}

doubtful if {
	some scaler in input.index.objects.ScaledObject
	not scaler.value.spec.scaleTargetRef.name
}

# METADATA
# description: the workload has more than one replica, at least at times
several(pod) if pod.replicas > 1

several(pod) if {
	some scaler in of(pod)
	scaler.most > 1
}

_near(a, a)

_near("", _)

_near(_, "")
