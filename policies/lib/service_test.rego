package lib.service_test

import data.lib.service
import data.lib.testing

_given(fields, spec) := {"index": {"objects": {"Service": [testing.entry("Service", object.union({"group": ""}, fields), {"spec": spec})]}}}

_balanced := {"type": "LoadBalancer", "ports": [{"port": 80}, {"port": 53, "protocol": "UDP"}]}

test_found[note] if {
	some note, case in {
		"load balancer": {"fields": {}, "spec": _balanced, "count": 1},
		"cluster address": {"fields": {}, "spec": {"type": "ClusterIP"}, "count": 0},
		"knative": {"fields": {"group": "serving.knative.dev"}, "spec": _balanced, "count": 0},
		"managed nodes": {"fields": {"nodes": "managed"}, "spec": _balanced, "count": 0},
		"another annotation": {"fields": {"annotations": {"oci.oraclecloud.com/load-balancer-type": "nlb"}}, "spec": _balanced, "count": 1},
		"mode of its subnet's lists": {"fields": {"annotations": {"example.com/subnet-name": "a"}}, "spec": _balanced, "count": 1},
		"second own subnet": {"fields": {"annotations": {"service.beta.kubernetes.io/oci-load-balancer-subnet2": "a"}}, "spec": _balanced, "count": 0},
		"own subnet": {"fields": {"annotations": {"service.beta.kubernetes.io/oci-load-balancer-subnet1": "ocid1.subnet.oc1.fra.a"}}, "spec": _balanced, "count": 0},
		"own subnet of a network load balancer": {"fields": {"annotations": {"oci-network-load-balancer.oraclecloud.com/subnet": "ocid1.subnet.oc1.fra.a"}}, "spec": _balanced, "count": 0},
	}
	found := service.of_virtual_pods with input as _given(case.fields, case.spec)
	count(found) == case.count
}

test_protocols if {
	found := service.protocols with input as _given({}, _balanced)
	found == {"tcp", "udp"}
}
