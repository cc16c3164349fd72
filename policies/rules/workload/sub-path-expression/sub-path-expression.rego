# METADATA
# title: Sub-path expression
# description: |
#   subPathExpr makes the mounted folder depend on environment variables. Virtual nodes mount a folder by a fixed subPath
#   only.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
#   - description: Volumes in Kubernetes
#     ref: https://kubernetes.io/docs/concepts/storage/volumes/
# custom:
#   severity: error
#   target: virtual
#   requirements: [VNP-27]
#   message: "Container {container} of {subject} mounts {mount} with subPathExpr {expression}, which virtual nodes do not support."
#   remediation: Use subPath with a fixed folder, or mount the whole volume and let the process choose its folder.
package rules.workload["sub-path-expression"]

import data.lib.name
import data.lib.violation
import data.lib.virtual

violations contains violation.at(container, ["volumeMounts", i, "subPathExpr"], facts) if {
	some container in virtual.containers
	some i, mount in container.value.volumeMounts
	expression := mount.subPathExpr
	is_string(expression)
	expression != ""

	facts := {"container": container.name, "mount": name.of(mount), "expression": expression}
}
