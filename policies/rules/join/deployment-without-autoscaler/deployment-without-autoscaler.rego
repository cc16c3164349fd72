# METADATA
# title: Deployment without autoscaler
# description: |
#   Virtual nodes have no node autoscaler and need none: capacity follows the pods. What follows the load is the number of
#   replicas, and only a HorizontalPodAutoscaler changes that.
# related_resources:
#   - description: Reference architecture for serverless Kubernetes on virtual nodes
#     ref: https://docs.oracle.com/en/solutions/oke-virtual-nodes/index.html
#   - description: Horizontal pod autoscaling
#     ref: https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/
# custom:
#   severity: notice
#   target: virtual
#   requirements: [ARC-13]
#   message: "{subject} runs a fixed number of replicas ({replicas:plain})."
#   remediation: "Add a HorizontalPodAutoscaler for it, if its load changes."
package rules.join["deployment-without-autoscaler"]

import data.lib.autoscaler
import data.lib.violation
import data.lib.virtual

violations contains violation.at({"id": pod.object}, ["spec", "replicas"], {"replicas": pod.replicas}) if {
	some pod in virtual.indexed_pods
	pod.kind == "Deployment"
	pod.replicas > 1
	not pod.partial
	count(autoscaler.of(pod)) == 0
	not autoscaler.doubtful
}
