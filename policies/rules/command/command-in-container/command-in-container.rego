# METADATA
# title: Command in a running container
# description: |
#   Virtual nodes have no way to run a command in a container that is there already: kubectl exec, and kubectl cp that is built on
#   it, are answered with "501 not implemented".
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
# custom:
#   severity: error
#   target: virtual
#   requirements: [VNC-02]
#   message: "{command} runs a command in a container, which virtual nodes do not support."
#   remediation: "Do the work in the image, in a Job or through the application's own interface; keep workloads that need it on managed nodes."
package rules.command["command-in-container"]

import data.lib.command
import data.lib.violation

violations contains violation.at(call, [], {"command": call.address}) if {
	some verb in {"exec", "rsh", "iexec"}
	some call in command.kubectl[verb]
}

# Ansible's module for it.
violations contains violation.at(call, [], {"command": call.address}) if {
	some call in command.programs["kubernetes.core.k8s_exec"]
}

# Copying runs tar in the container.
violations contains violation.graded(call, [], {"command": call.address}, "warning") if {
	some verb in {"cp", "rsync"}
	some call in command.kubectl[verb]
}

violations contains violation.graded(call, [], {"command": call.address}, "warning") if {
	some call in command.programs["kubernetes.core.k8s_cp"]
}
