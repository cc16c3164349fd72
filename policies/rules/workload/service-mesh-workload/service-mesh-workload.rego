# METADATA
# title: Service mesh workload
# description: |
#   The container runs a part of a service mesh: its control plane, its proxy or its node agent. Virtual nodes do not support service
#   mesh products, and their proxies and init containers cannot run in the pods there.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
# custom:
#   severity: error
#   target: virtual
#   requirements: [VNK-09]
#   message: "{subject} runs a part of a service mesh, which virtual nodes do not support."
#   remediation: "Take the mesh out and route with an Ingress or the Gateway API, or run these workloads on managed nodes."
package rules.workload["service-mesh-workload"]

import data.lib.container as containers
import data.lib.violation
import data.lib.virtual

# Looking for a word is much cheaper than the pattern, and most images have none of them.
_makers := ["istio", "linkerd", "consul-", "kuma", "openservicemesh"]

_images := `(^|/)(istio(-release|-testing|/[a-z]+)?/(pilot|operator|install-cni|ztunnel|proxyv2)|linkerd(-io)?/(controller|policy-controller|proxy|proxy-init|cni-plugin)|hashicorp/consul-(k8s-control-plane|dataplane|k8s)|(kumahq|kong)/kuma-(cp|dp|init|cni)|openservicemesh/(osm-(controller|injector|bootstrap)|init))$`

# Once for each pod, at the first of its containers that shows it.
violations contains violation.at(container, ["image"], {}) if {
	some container in _shown
	containers.first_of_pod(container, _shown)
}

_shown := [container |
	some container in virtual.containers
	some maker in _makers
	contains(container.image.repository, maker)
	regex.match(_images, container.image.repository)
]
