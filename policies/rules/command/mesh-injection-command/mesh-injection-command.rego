# METADATA
# title: Mesh injection switched on by a command
# description: |
#   A label or annotation that a script sets makes a service mesh put its proxy, and an init container with it, into pods. Virtual
#   nodes support neither service mesh products nor init containers.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
# custom:
#   severity: error
#   target: virtual
#   requirements: [VNK-08]
#   message: "{command} sets {mark}, which switches mesh injection on; virtual nodes do not support service meshes."
#   remediation: "Leave the mark out, or run these workloads on managed nodes."
package rules.command["mesh-injection-command"]

import data.lib.command
import data.lib.violation

_marks := `^(istio-injection=enabled|istio\.io/rev=.+|istio\.io/dataplane-mode=ambient|sidecar\.istio\.io/inject=true|linkerd\.io/inject=(enabled|ingress)|servicemesh\.oci\.oracle\.com/sidecar-injection=enabled|kuma\.io/sidecar-injection=(enabled|true)|openservicemesh\.io/(monitored-by=.+|sidecar-injection=(enabled|yes|true))|consul\.hashicorp\.com/connect-inject=true)$`

violations contains violation.at(call, [], {"command": call.address, "mark": mark}) if {
	some verb in {"label", "annotate"}
	some call in command.kubectl[verb]
	some mark in call.parsed.written
	regex.match(_marks, mark)
}
