# METADATA
# title: Injected init container
# description: |
#   Admission controllers of Vault, OpenTelemetry, Datadog and others add init containers to pods that ask with an annotation, some
#   also to those of a namespace that asks. Virtual nodes do not support init containers: the manifest looks clean and the pod is not.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
# custom:
#   severity: notice
#   target: virtual
#   requirements: [VNK-21]
#   message: "{subject} carries {key}, which adds an init container to pods; virtual nodes do not support init containers."
#   remediation: "Remove the annotation; fetch secrets with External Secrets and build instrumentation into the image."
package rules.workload["injected-init-container"]

import data.lib.template
import data.lib.violation
import data.lib.virtual

violations contains violation.at(place.entry, array.concat(place.path, ["annotations", key]), {"key": key}) if {
	some pod in virtual.pods
	place := template.metadata(pod)
	some key, value in pod.pod_annotations
	_injects(key, value)
	not _without_init(pod, key)
}

# OpenTelemetry looks at the namespace as well.
violations contains violation.at(namespace, ["metadata", "annotations", key], {"key": key}) if {
	some namespace in input.workloads.objects.Namespace
	namespace.group == ""
	virtual.bound(namespace)
	some key, value in namespace.annotations
	startswith(key, "instrumentation.opentelemetry.io/")
	_injects(key, value)
}

_injects(key, value) if regex.match(_on[key], lower(value))

_on := {
	"vault.hashicorp.com/agent-inject": `^(true|t|1)$`,
	"dynatrace.com/inject": `^true$`,
	"oneagent.dynatrace.com/inject": `^true$`,
	"vault.security.banzaicloud.io/vault-addr": `.`,
}

# The SDK comes as variables, Go's instrumentation as a sidecar.
_injects(key, value) if {
	startswith(key, "instrumentation.opentelemetry.io/inject-")
	not key in {"instrumentation.opentelemetry.io/inject-sdk", "instrumentation.opentelemetry.io/inject-go"}
	not lower(value) in {"false", ""}
}

_injects(key, _) if startswith(key, "config.linkerd.io/")

_injects(key, value) if {
	regex.match(`^admission\.datadoghq\.com/[a-z]+-lib\.version$`, key)
	value != ""
}

_without_init(pod, "vault.hashicorp.com/agent-inject") if pod.pod_annotations["vault.hashicorp.com/agent-pre-populate"] == "false"
