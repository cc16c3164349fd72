package lib.node_group_test

import data.lib.node_group

test_names[note] if {
	some note, case in {
		"a list": {"chart": "cluster-autoscaler", "values": {"autoscalingGroups": [{"name": "a"}, {"name": "b"}, 3]}, "names": {"a", "b"}},
		"set one by one": {"chart": "autoscaler/cluster-autoscaler", "values": {"autoscalingGroups[0]": {"name": "a"}}, "names": {"a"}},
		"chart by its older name": {"chart": "cluster-autoscaler-chart", "values": {"autoscalingGroups": [{"name": "a"}]}, "names": {"a"}},
		"names that are none": {"chart": "cluster-autoscaler", "values": {"autoscalingGroups": [{"name": 3}, {"name": null}]}, "names": set()},
		"groups of something else": {"chart": "cluster-autoscaler", "values": {"myautoscalingGroups": [{"name": "a"}]}, "names": set()},
		"prefixes": {"chart": "cluster-autoscaler", "values": {"autoscalingGroupsnamePrefix": [{"name": "a"}]}, "names": set()},
		"wrong types": {"chart": "cluster-autoscaler", "values": {"autoscalingGroups": "a"}, "names": set()},
		"another chart": {"chart": "web", "values": {"autoscalingGroups": [{"name": "a"}]}, "names": set()},
	}
	node_group.of(object.filter(case, {"chart", "values"})) == case.names
}
