# METADATA
# title: Port forwarding to a pod
# description: |
#   Virtual nodes do not forward ports to pods: kubectl port-forward is answered with "501 not implemented", also where it names a Service.
#   Skaffold and Tilt do the same when they are asked to forward ports.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
# custom:
#   severity: error
#   target: virtual
#   requirements: [VNC-04]
#   message: "{command} forwards a port to a pod, which virtual nodes do not support."
#   remediation: "Use kubectl proxy and the API server's proxy path, or expose the Service through a load balancer or an ingress."
package rules.command["port-forwarding"]

import data.lib.command
import data.lib.violation

violations contains violation.at(call, [], {"command": "kubectl port-forward"}) if {
	some call in command.kubectl["port-forward"]
}

violations contains violation.graded(call, [], {"command": concat(" ", ["skaffold", verb, "--port-forward"])}, "warning") if {
	some call in command.programs.skaffold
	verb := [word | some word in call.args; word in {"dev", "run", "debug", "deploy", "apply", "verify"}][0]
	some word in call.args
	regex.match(`^--port-forward(=|$)`, word)
	not regex.match(`^--port-forward=(off|none|false)$`, word)
}

# The section of skaffold.yaml.
violations contains violation.graded(call, [], {"command": "Skaffold's portForward"}, "warning") if {
	some call in command.programs["skaffold.portForward"]
}

# The argument of k8s_resource.
violations contains violation.graded(call, [], {"command": "Tilt's port_forwards"}, "warning") if {
	some call in command.programs["tilt.port_forwards"]
}
