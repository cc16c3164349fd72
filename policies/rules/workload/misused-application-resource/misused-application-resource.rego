# METADATA
# title: Application resource that cannot be had as asked
# description: |
#   Application resources put a pod onto the secondary VNIC that a pool keeps for an application. The nodes that have
#   them are tainted, so the pod must tolerate oci.oraclecloud.com/application-resource-only; it can ask for one of one
#   kind, and not together with further networks of Multus.
# related_resources:
#   - description: Using the OCI VCN-Native Pod Networking CNI plugin
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Concepts/contengpodnetworking_topic-OCI_CNI_plugin.htm
# custom:
#   severity: warning
#   target: any
#   requirements: [CNI-32]
#   message: "{subject} asks for the application resource {resource:plain}, but {fault:plain}."
#   remediation: "Ask for one application resource with the quantity 1, tolerate oci.oraclecloud.com/application-resource-only with the effect NoSchedule, and name no Multus networks."
package rules.workload["misused-application-resource"]

import data.lib.violation

_prefix := "oke-application-resource.oci.oraclecloud.com/"

_taint := "oci.oraclecloud.com/application-resource-only"

violations contains violation.at(pod, fault.path, {"resource": sort(kinds)[0], "fault": fault.text}) if {
	some pod in input.workloads.pods
	pod.nodes != "virtual"
	kinds := _asked[pod.id]
	some fault in _faults(pod, kinds)
}

violations contains violation.at(container, ["resources", part, name], {"resource": name, "fault": "not with the quantity 1"}) if {
	some container in input.workloads.containers
	container.nodes != "virtual"
	some part in ["requests", "limits"]
	some name, quantity in container.value.resources[part]
	startswith(name, _prefix)
	not _one(quantity)
}

# Kinds of application resources by pod.
_asked[container.pod] contains name if {
	some container in input.workloads.containers
	some part in ["requests", "limits"]
	some name, _ in container.value.resources[part]
	startswith(name, _prefix)
}

# Templates leave theirs empty.
_one(quantity) if quantity in {1, "1", "", null}

_faults(pod, kinds) := array.concat(
	[{"path": ["spec"], "text": "does not tolerate the taint of the nodes that have it"} |
		not pod.partial

		# One of which something cannot be known may be it.
		count([place | some place, _ in pod.unknown; startswith(place, "tolerations")]) == 0
		not _tolerates(pod)
	],
	array.concat(
		[{"path": ["spec"], "text": "another one as well"} | count(kinds) > 1],
		[{"path": ["metadata", "annotations", "k8s.v1.cni.cncf.io/networks"], "text": "names networks of Multus too"} |
			pod.pod_annotations["k8s.v1.cni.cncf.io/networks"]
		],
	),
)

_tolerates(pod) if {
	some toleration in pod.spec.tolerations
	_matches(toleration)
	object.get(toleration, "effect", "") in {"NoSchedule", "", null}
}

_matches(toleration) if toleration.key == _taint

_matches(toleration) if {
	toleration.operator == "Exists"
	object.get(toleration, "key", "") in {"", null}
}
