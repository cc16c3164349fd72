# METADATA
# title: Termination grace period of a probe
# description: |
#   A probe may state how long a container gets to stop after the probe failed. Virtual nodes do not know that field of
#   probes, so the pod that carries it is refused.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
# custom:
#   severity: error
#   target: virtual
#   requirements: [VNP-02]
#   message: "{probe:plain} of container {container} of {subject} sets terminationGracePeriodSeconds, which virtual nodes do not support in probes."
#   remediation: Remove the field from the probe and let the process end quickly on SIGTERM.
package rules.workload["probe-termination-grace-period"]

import data.lib.violation
import data.lib.virtual

violations contains violation.at(container, [probe, "terminationGracePeriodSeconds"], facts) if {
	some container in virtual.containers
	some probe in ["livenessProbe", "readinessProbe", "startupProbe"]
	container.value[probe].terminationGracePeriodSeconds != null

	facts := {"container": container.name, "probe": probe}
}
