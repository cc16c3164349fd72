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
		"something else unknown": {"fields": {"unknown": {"spec.ports": "x"}}, "count": 1},
	}
	count({yes | yes := balancer.without(_service(case.fields, {}), "a")}) == case.count
}
