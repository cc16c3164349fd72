package lib.node_group_test

import data.lib.node_group

test_names[note] if {
	some note, case in {
		"a list": {"chart": "cluster-autoscaler", "values": {"autoscalingGroups": [{"name": "a"}, {"name": "b"}, 3]}, "names": {"a", "b"}},
		"set one by one": {"chart": "autoscaler/cluster-autoscaler", "values": {"autoscalingGroups[0]": {"name": "a"}}, "names": {"a"}},
		"prefixes": {"chart": "cluster-autoscaler", "values": {"autoscalingGroupsnamePrefix": [{"name": "a"}]}, "names": set()},
		"wrong types": {"chart": "cluster-autoscaler", "values": {"autoscalingGroups": "a"}, "names": set()},
		"another chart": {"chart": "web", "values": {"autoscalingGroups": [{"name": "a"}]}, "names": set()},
	}
	node_group.of(object.filter(case, {"chart", "values"})) == case.names
}
