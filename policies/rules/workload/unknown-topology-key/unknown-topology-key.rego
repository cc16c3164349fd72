# METADATA
# title: Topology key that no node has
# description: |
#   A topology spread constraint spreads over the values of one node label. Nodes without the label are passed over, so with a
#   key that no node has the pods stay pending or are not spread at all.
# related_resources:
#   - description: Topology spread constraints
#     ref: https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/
#   - description: Reference architecture for serverless Kubernetes on virtual nodes
#     ref: https://docs.oracle.com/en/solutions/oke-virtual-nodes/index.html
# custom:
#   severity: warning
#   target: virtual
#   requirements: [ARC-11]
#   message: "{subject} spreads its pods over the label {key}, which the nodes of OKE do not have."
#   remediation: "Use oci.oraclecloud.com/fault-domain, topology.kubernetes.io/zone or kubernetes.io/hostname."
package rules.workload["unknown-topology-key"]

import data.lib.violation
import data.lib.virtual

# Outdated names, the names without their prefix, and those of other clouds.
_foreign := `(?i)^((failure-domain\.beta\.kubernetes\.io|topology\.(gke\.io|ebs\.csi\.aws\.com|disk\.csi\.azure\.com))/.*|(fault|failure|availability)[-_.]?domain|zone|region|hostname|oci\.oraclecloud\.com/(fault_?domain|faultdomain|zone|availability-domain)|(topology\.)?kubernetes\.io/(fault-domain|zones?|host)|topology\.kubernetes\.io/hostname)$`

_right := {"topology.kubernetes.io/zone", "topology.kubernetes.io/region", "kubernetes.io/hostname", "oci.oraclecloud.com/fault-domain"}

violations contains violation.at(pod, ["topologySpreadConstraints", i, "topologyKey"], {"key": constraint.topologyKey}) if {
	some pod in virtual.pods
	some i, constraint in pod.spec.topologySpreadConstraints
	regex.match(_foreign, constraint.topologyKey)
	not constraint.topologyKey in _right
}
