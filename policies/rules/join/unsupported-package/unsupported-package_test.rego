package rules.join["unsupported-package_test"]

import data.rules.join["unsupported-package"] as rule

_chart(name, nodes) := {
	"charts": [{"id": "c1", "chart": name, "nodes": nodes, "notation": "manifest"}],
	"remote_manifests": [],
}

test_charts[note] if {
	some note, case in {
		"istiod": {"chart": "istiod", "nodes": "virtual", "requirements": {["VNK-09"]}},
		"with repository": {"chart": "istio/base", "nodes": "virtual", "requirements": {["VNK-09"]}},
		"oci": {"chart": "oci://registry.example/charts/cilium:1.16", "nodes": "virtual", "requirements": {["VNK-05"]}},
		"autoscaler": {"chart": "cluster-autoscaler", "nodes": "virtual", "requirements": {["VNK-14", "ARC-13"]}},
		"autoscaler in a mixed cluster": {"chart": "cluster-autoscaler", "nodes": "mixed-unknown", "requirements": set()},
		"mesh in a mixed cluster": {"chart": "istiod", "nodes": "mixed-unknown", "requirements": {["VNK-09"]}},
		"Istio's data plane without sidecars": {"chart": "istio/ztunnel", "nodes": "virtual", "requirements": {["VNK-09"]}},
		"sidecars put in by a command": {"chart": "linkerd-sidecar", "nodes": "virtual", "requirements": {["VNK-08"]}},
		"a chart of another autoscaler": {"chart": "cluster-proportional-autoscaler", "nodes": "virtual", "requirements": set()},
		"redis": {"chart": "redis", "nodes": "virtual", "requirements": set()},
		"somebody's base": {"chart": "base", "nodes": "virtual", "requirements": set()},
		"managed": {"chart": "istiod", "nodes": "managed", "requirements": set()},
	}
	found := rule.violations with input as _chart(case.chart, case.nodes)
	{violation.requirements | some violation in found} == case.requirements
}

test_urls[url] if {
	some url, expected in {
		"https://raw.githubusercontent.com/projectcalico/calico/v3.29.1/manifests/calico.yaml": 1,
		"https://raw.githubusercontent.com/kubernetes/dashboard/v2.7.0/aio/deploy/recommended.yaml": 1,
		"calico.yaml": 1,
		"manifests/canal.yaml": 1,
		"https://github.com/weaveworks/weave/releases/download/v2.8.1/weave-daemonset-k8s.yaml": 1,
		"https://raw.githubusercontent.com/istio/istio/release-1.24/samples/bookinfo/platform/kube/bookinfo.yaml": 0,
		"https://run.linkerd.io/install": 1,
		"https://run.linkerd.io/emojivoto.yml": 0,
		"https://raw.githubusercontent.com/kubernetes/autoscaler/master/cluster-autoscaler/cloudprovider/oci/examples/a.yaml": 1,
		"https://example.com/chocalico-cake.yaml": 0,
		"https://example.com/web.yaml": 0,
	}
	given := {"charts": [], "remote_manifests": [{"id": "r1", "url": url, "nodes": "virtual"}]}
	found := rule.violations with input as given
	count(found) == expected
}

test_place if {
	given := {
		"charts": [
			{"id": "c1", "chart": "istiod", "nodes": "virtual", "notation": "terraform"},
			{"id": "c2", "chart": "istiod", "nodes": "virtual", "notation": "manifest"},
		],
		"remote_manifests": [],
	}
	found := rule.violations with input as given
	{[violation.item, violation.path] | some violation in found} == {["c1", ["chart"]], ["c2", []]}
}

test_silent_on_managed_nodes if {
	url := "https://raw.githubusercontent.com/projectcalico/calico/v3.29.1/manifests/calico.yaml"
	count(rule.violations) == 0 with input as {"charts": [], "remote_manifests": [{"id": "r1", "url": url, "nodes": "managed"}]}
}
