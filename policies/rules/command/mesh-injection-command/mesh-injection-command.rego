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
import data.lib.mesh
import data.lib.violation

violations contains violation.at(call, [], {"command": call.address, "mark": mark}) if {
	some verb in {"label", "annotate"}
	some call in command.kubectl[verb]
	some mark in call.parsed.written
	contains(mark, "=")
	key := split(mark, "=")[0]
	mesh.injects(key, trim_prefix(mark, $"{key}="))
}
