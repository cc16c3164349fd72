# METADATA
# title: Type of an image pull secret
# description: |
#   Virtual nodes read image pull secrets of the two Docker types only. Pods that name a Secret of another type cannot pull
#   their image.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
# custom:
#   severity: error
#   target: virtual
#   requirements: [VNP-64]
#   message: "Secret {secret} has the type {type:plain} and pulls images for virtual nodes, which take kubernetes.io/dockerconfigjson and kubernetes.io/dockercfg only."
#   remediation: "Make a Secret of the type kubernetes.io/dockerconfigjson and name that one: with kubectl create secret docker-registry, or by the type in the template of an ExternalSecret or SealedSecret."
package rules.join["image-pull-secret-type"]

import data.lib.pull_secret
import data.lib.violation

violations contains violation.related(violation.graded(_entry(source), source.path, facts, severity), related) if {
	some source in _wrong
	uses := {use | some use in pull_secret.references[source.name]; _means(use, source)}
	severity := _severity(uses, source)
	facts := {"secret": source.name, "type": source.type}
	related := array.concat(
		[{"item": use.item, "path": use.path, "note": "pulls images with it"} | some use in uses],
		[{"item": pod.id, "path": [], "note": "uses it for something else"} | some pod in _others(source)],
	)
}

_entry(source) := {"id": source.item}

_wrong := [source |
	some source in pull_secret.sources
	not source.type in {"kubernetes.io/dockerconfigjson", "kubernetes.io/dockercfg"}
]

_means(use, source) if use.namespace == source.namespace

# A namespace that is not stated may be the same one, unless another Secret of the name is known to be meant.
_means(use, source) if {
	pull_secret.may_be_same(use.namespace, source.namespace)
	not use.namespace in _namespaces[source.name]
}

_namespaces[source.name] contains source.namespace if some source in pull_secret.sources

_severity(uses, source) := "error" if {
	some use in uses
	use.nodes == "virtual"
	use.namespace in {source.namespace, object.get(source, "moved_to", source.namespace)}
} else := "warning" if count(uses) > 0

_others(source) := [pod |
	some i in _mounting[source.name]
	pod := input.index.pods[i]
	pod.namespace == source.namespace
]

# Positions of pods by the Secrets that they mount.
_mounting[name] contains i if {
	some i, pod in input.index.pods
	some name in pod.secrets
}
