# METADATA
# title: Pod subnet without flow logs
# description: |
#   Where pods have addresses of the VCN, flow logs show what they talk to, and a VTAP shows what they say. Who keeps
#   logs of other things will look for them when a connection fails or a pod is broken into.
# related_resources:
#   - description: VCN flow logs
#     ref: https://docs.oracle.com/en-us/iaas/Content/Network/Concepts/vcn-flow-logs.htm
#   - description: Deploy serverless Kubernetes with OKE virtual nodes
#     ref: https://docs.oracle.com/en/solutions/deploy-app-with-oke-virtual-nodes/index.html
# custom:
#   severity: warning
#   target: any
#   requirements: [CNI-26, ARC-14]
#   message: "{subject} gives addresses to pods, but has no flow log, unlike other things here."
#   remediation: "Add a log of the service flowlogs for the subnet or for its VCN."
package rules.network["pod-traffic-without-flow-log"]

import data.lib.ref
import data.lib.subnet as subnets
import data.lib.violation

# Where there are no logs at all, they may live in another stack.
violations contains violation.at(used.subnet, [], {}) if {
	count(input.logs) > 0
	some used in subnets.for_pods
	some vcn in input.vcns
	vcn.id == used.subnet.vcn.id
	not _watched(used.subnet)
}

_watched(subnet) if {
	some log in input.logs
	_may_be_flow_log(log)
	_may_be(log.resource, [ref.to(subnet), subnet.vcn])
}

_watched(_) if {
	some log in input.logs
	_may_be_flow_log(log)
	not log.resource
}

_watched(subnet) if {
	some vtap in input.vtaps
	_may_be(object.get(vtap, "vcn", subnet.vcn), [subnet.vcn])
}

_may_be_flow_log(log) if log.service == "flowlogs"

_may_be_flow_log(log) if not log.service

_may_be(reference, wanted) if {
	some one in wanted
	not ref.different(reference, one)
}
