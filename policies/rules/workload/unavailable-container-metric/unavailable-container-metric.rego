# METADATA
# title: Unavailable container metric
# description: |
#   Of the metrics of containers, virtual nodes offer two: container_cpu_usage_seconds_total and container_memory_working_set_bytes.
#   A query for another one returns nothing, so its alarm never fires and its graph stays empty.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
# custom:
#   severity: warning
#   target: virtual
#   requirements: [VNK-17]
#   message: "{subject} asks for {metrics:plain}, which virtual nodes do not offer."
#   remediation: "Use container_cpu_usage_seconds_total or container_memory_working_set_bytes, or metrics that the application exports itself."
package rules.workload["unavailable-container-metric"]

import data.lib.violation
import data.lib.virtual

_offered := {"container_cpu_usage_seconds_total", "container_memory_working_set_bytes"}

# The families of cAdvisor; container_name and its like are labels.
_pattern := `\bcontainer_(?:cpu|memory|network|fs|blkio|tasks|spec|oom|hugetlb|pressure|processes|threads|sockets|file_descriptors|ulimits|last_seen|start_time)[a-z0-9_]*\b`

violations contains violation.at(object, ["spec", "groups", i, "rules", j, "expr"], {"metrics": sort(metrics)}) if {
	some object in input.workloads.objects.PrometheusRule
	object.group == "monitoring.coreos.com"
	virtual.bound(object)
	some i, group in object.value.spec.groups
	some j, entry in group.rules
	metrics := _unavailable(entry.expr)
	count(metrics) > 0
}

violations contains violation.at(object, ["data", key], {"metrics": sort(metrics)}) if {
	some object in input.workloads.objects.ConfigMap
	object.group == ""
	virtual.bound(object)
	some key, text in object.value.data
	regex.match(`\.(json|ya?ml|rules)$`, key)
	metrics := _unavailable(text)
	count(metrics) > 0
}

_unavailable(text) := {found[0] | some found in regex.find_all_string_submatch_n(_pattern, text, -1)} - _offered if contains(text, "container_")
