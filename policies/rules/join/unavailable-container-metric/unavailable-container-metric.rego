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
package rules.join["unavailable-container-metric"]

import data.lib.violation
import data.lib.virtual

_offered := {"container_cpu_usage_seconds_total", "container_memory_working_set_bytes"}

# The families of cAdvisor; container_name and its like are labels.
_pattern := `^container_(cpu|memory|swap|network|fs|blkio|tasks|spec|oom|hugetlb|pressure|processes|threads|sockets|file_descriptors|ulimits|last_seen|start_time|perf|llc|referenced|scrape)(_[a-z0-9_]+)?$`

violations contains violation.related(found, related) if {
	some query in input.metric_queries
	virtual.bound(query)
	indexes := [i | some i, metric in query.metrics; _unavailable(metric)]
	facts := {"metrics": [query.metrics[i] | some i in indexes]}
	found := violation.at(query, ["metrics", indexes[0]], facts)
	related := [{"item": query.id, "path": ["metrics", i], "note": query.metrics[i]} | some i in array.slice(indexes, 1, 6)]
}

_unavailable(metric) if {
	regex.match(_pattern, metric)
	not metric in _offered
}
