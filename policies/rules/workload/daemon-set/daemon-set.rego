# METADATA
# title: Daemon set
# description: |
#   A DaemonSet asks for one pod on each node. Virtual nodes do not support DaemonSets, so the agent that it was to bring to every
#   workload is missing there. In a mixed cluster a DaemonSet is fine as long as its pods are kept off the virtual nodes.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
# custom:
#   severity: error
#   target: virtual
#   requirements: [VNK-01, ARC-34]
#   message: "{subject} asks for a pod on each node; virtual nodes do not support DaemonSets."
#   remediation: "Use a Deployment, or a sidecar in each pod that needs the agent; in a mixed cluster keep it off virtual nodes with a required node affinity on node-role.kubernetes.io/virtual-node DoesNotExist."
package rules.workload["daemon-set"]

import data.lib.violation
import data.lib.virtual

violations contains violation.at(object, ["kind"], {}) if {
	some object in input.workloads.objects.DaemonSet
	object.group in {"apps", "extensions", "apps.kruise.io"}
	virtual.bound(object)
	not _deleted(object)
	not _of_the_cluster(object)
}

# Operators that make a DaemonSet of the resource.
violations contains violation.at(object, path, {}) if {
	some [object, path] in _operated
	virtual.bound(object)
	not _deleted(object)
}

_operated contains [object, ["spec", "daemonSet"]] if {
	some object in input.workloads.objects.Beat
	object.group == "beat.k8s.elastic.co"
	object.value.spec.daemonSet
}

_operated contains [object, ["spec", "daemonSet"]] if {
	some object in input.workloads.objects.Agent
	object.group == "agent.k8s.elastic.co"
	object.value.spec.daemonSet
}

_operated contains [object, ["spec", "mode"]] if {
	some object in input.workloads.objects.OpenTelemetryCollector
	object.group == "opentelemetry.io"
	object.value.spec.mode == "daemonset"
}

_operated contains [object, ["kind"]] if {
	some object in input.workloads.objects.FluentBit
	object.group == "fluentbit.fluent.io"
}

_operated contains [object, ["kind"]] if {
	some object in input.workloads.objects.DatadogAgent
	object.group == "datadoghq.com"
}

_deleted(object) if object.value["$patch"] == "delete"

# A dump of a cluster shows what OKE itself put there.
_of_the_cluster(object) if {
	object.exported
	object.namespace == "kube-system"
}
