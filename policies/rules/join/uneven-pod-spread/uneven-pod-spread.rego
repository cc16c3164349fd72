# METADATA
# title: Replicas without a spread
# description: |
#   Without topology spread constraints nothing keeps the replicas of a workload in different fault domains or availability
#   domains, and one fault can take all of them. On virtual nodes the constraints decide which virtual node a pod gets.
# related_resources:
#   - description: Reference architecture for serverless Kubernetes on virtual nodes
#     ref: https://docs.oracle.com/en/solutions/oke-virtual-nodes/index.html
#   - description: Topology spread constraints
#     ref: https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/
# custom:
#   severity: warning
#   target: virtual
#   requirements: [ARC-11]
#   message: "{subject} runs several replicas and does not say how they are spread."
#   remediation: "Add topologySpreadConstraints with the key oci.oraclecloud.com/fault-domain, topology.kubernetes.io/zone or kubernetes.io/hostname and the labels of the pod."
package rules.join["uneven-pod-spread"]

import data.lib.autoscaler
import data.lib.violation
import data.lib.virtual

_kinds := {"Deployment", "StatefulSet", "ReplicaSet", "ReplicationController", "Rollout"}

violations contains violation.at(pod, [], {}) if {
	some pod in virtual.indexed_pods
	not pod.spread
	pod.kind in _kinds
	not pod.partial
	autoscaler.several(pod)
	not _hidden(pod)
}

_hidden(pod) if {
	some place, _ in pod.unknown
	split(place, ".")[0] in {"topologySpreadConstraints", "affinity"}
}
