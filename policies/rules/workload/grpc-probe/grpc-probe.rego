# METADATA
# title: gRPC probe
# description: |
#   Virtual nodes run HTTP, HTTPS and exec probes. They do not speak gRPC health checking, so a container with such a
#   probe never becomes healthy.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
# custom:
#   severity: error
#   target: virtual
#   requirements: [VNP-01]
#   message: "Container {container} of {subject} has a gRPC {probe:plain}, which virtual nodes do not support."
#   remediation: Probe the container with httpGet or exec; grpc_health_probe in the image makes a gRPC service fit for exec.
package rules.workload["grpc-probe"]

import data.lib.violation
import data.lib.virtual

violations contains violation.at(container, [probe, "grpc"], {"container": container.name, "probe": probe}) if {
	some container in virtual.containers
	some probe in ["livenessProbe", "readinessProbe", "startupProbe"]
	container.value[probe].grpc != null
}
