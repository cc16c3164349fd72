package rules.workload["service-mesh-workload_test"]

import data.lib.testing
import data.rules.workload["service-mesh-workload"] as rule

test_images[image] if {
	some image, expected in {
		"istio/pilot": 1,
		"docker.io/istio/pilot": 1,
		"gcr.io/istio-release/pilot": 1,
		"registry.example.com/mirror/istio/proxyv2": 1,
		"docker.io/istio/install-cni": 1,
		"cr.l5d.io/linkerd/controller": 1,
		"ghcr.io/linkerd/proxy-init": 1,
		"hashicorp/consul-k8s-control-plane": 1,
		"docker.io/kumahq/kuma-cp": 1,
		"openservicemesh/osm-controller": 1,
		"docker.io/istio/examples-bookinfo-details-v1": 0,
		"istio/kubectl": 0,
		"hashicorp/consul": 0,
		"registry.example.com/pilot": 0,
		"registry.example.com/myistio/pilot": 0,
		"nginx": 0,
	}
	given := testing.container_entry({"image": {"repository": image}})
	count(rule.violations) == expected with input as given
}

test_elsewhere if {
	given := json.patch(testing.container_entry({"image": {"repository": "istio/pilot"}}), [{"op": "replace", "path": "/workloads/containers/0/nodes", "value": "managed"}])
	count(rule.violations) == 0 with input as given
}
