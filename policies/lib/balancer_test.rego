package lib.balancer_test

import data.lib.balancer
import data.lib.testing

_service(fields, spec) := testing.entry("Service", object.union({"group": ""}, fields), {"spec": spec})

test_is[note] if {
	some note, case in {
		"load balancer": {"fields": {}, "spec": {"type": "LoadBalancer"}, "count": 1},
		"patch": {"fields": {"partial": true}, "spec": {}, "count": 1},
		"cluster address": {"fields": {}, "spec": {"type": "ClusterIP"}, "count": 0},
		"no type": {"fields": {}, "spec": {}, "count": 0},
		"knative": {"fields": {"group": "serving.knative.dev"}, "spec": {"type": "LoadBalancer"}, "count": 0},
		"another controller": {"fields": {}, "spec": {"type": "LoadBalancer", "loadBalancerClass": "example.com/lb"}, "count": 0},
	}
	count({yes | yes := balancer.is(_service(case.fields, case.spec))}) == case.count
}

test_without[note] if {
	some note, case in {
		"nothing": {"fields": {}, "count": 1},
		"set": {"fields": {"annotations": {"a": "b"}}, "count": 0},
		"patch": {"fields": {"partial": true}, "count": 0},
		"unknown annotations": {"fields": {"unknown": {"metadata.annotations": "x"}}, "count": 0},
		"unknown annotation": {"fields": {"unknown": {"metadata.annotations.a": "x"}}, "count": 0},
		"unknown metadata": {"fields": {"unknown": {"metadata": "x"}}, "count": 0},
		"unknown label": {"fields": {"unknown": {"metadata.labels": "x"}}, "count": 1},
		"unknown annotations of something in it": {"fields": {"unknown": {"spec.metadata.annotations": "x"}}, "count": 1},
		"unknown metadata of something in it": {"fields": {"unknown": {"spec.metadata": "x"}}, "count": 1},
		"something else unknown": {"fields": {"unknown": {"spec.ports": "x"}}, "count": 1},
	}
	count({yes | yes := balancer.without(_service(case.fields, {}), "a")}) == case.count
}

test_network[type] if {
	some type, answer in {"nlb": 1, "NLB": 1, "lb": 0}
	service := _service({"annotations": {"oci.oraclecloud.com/load-balancer-type": type}}, {})
	count([1 | balancer.network(service)]) == answer
}

test_network_unless_stated if not balancer.network(_service({}, {}))

test_place if balancer.place("a/b") == ["metadata", "annotations", "a/b"]
