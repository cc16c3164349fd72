# What the chart of the Cluster Autoscaler is told to scale. Takes charts; judges nothing.
package lib.node_group

import data.lib.installed

# METADATA
# description: names of its node groups, by file of values or by `--set autoscalingGroups[0].name=…`
of(chart) := {group.name |
	installed.name(chart) in {"cluster-autoscaler", "cluster-autoscaler-chart"}
	some key, value in chart.values
	regex.match(`^autoscalingGroups(\[[0-9]+\])?$`, key)
	some group in _groups(value)
	is_string(group.name)
}

_groups(value) := value if is_array(value)

_groups(value) := [value] if is_object(value)
