# METADATA
# title: GPU resource
# description: |
#   Virtual nodes have no shape with a GPU. A pod that asks for one is never scheduled there.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
# custom:
#   severity: error
#   target: virtual
#   requirements: [VNP-63]
#   message: "Container {container} of {subject} asks for {resource:plain}, and virtual nodes have no GPUs."
#   remediation: "Run this workload on managed nodes with a GPU shape."
package rules.workload["gpu-resource"]

import data.lib.violation
import data.lib.virtual

violations contains violation.at(container, ["resources", list, resource], facts) if {
	some container in virtual.containers
	some resource, list in _asked(container.value.resources)
	facts := {"container": container.name, "resource": resource}
}

# Requests and limits of a GPU are the same; one finding is enough.
_asked(resources) := {resource: list |
	some list in ["limits", "requests"]
	some resource, amount in resources[list]
	some vendor in ["nvidia.com/", "amd.com/", "gpu.intel.com/"]
	startswith(resource, vendor)
	not amount in {0, "0", null, false}
	not _limited(resources, list, resource)
}

_limited(resources, "requests", resource) if resources.limits[resource]
