package lib.installed_test

import data.lib.installed

test_name[note] if {
	some note, case in {
		"alone": {"chart": {"chart": "istiod"}, "name": "istiod"},
		"of a repository": {"chart": {"chart": "bitnami/NGINX"}, "name": "nginx"},
		"of a registry": {"chart": {"chart": "oci://ghcr.io/kuma/kuma:2.9"}, "name": "kuma"},
		"general, of Istio's repository": {"chart": {"chart": "istio/base"}, "name": "istio/base"},
		"general, by the repository's address": {"chart": {"chart": "cni", "repository": "https://ISTIO-release.storage.googleapis.com/charts"}, "name": "istio/cni"},
		"general, of a registry": {"chart": {"chart": "oci://gcr.io/istio-release/charts/gateway:1.24"}, "name": "istio/gateway"},
		"proxy of nodes": {"chart": {"chart": "istio/ztunnel"}, "name": "istio/ztunnel"},
		"all in one": {"chart": {"chart": "istio/ambient"}, "name": "istio/ambient"},
		"general, of another": {"chart": {"chart": "base", "repository": "https://charts.example.com"}, "name": "base"},
		"of Istio, but not general": {"chart": {"chart": "istio/kiali"}, "name": "kiali"},
	}
	installed.name(case.chart) == case.name
}

test_place if {
	installed.place({"notation": "terraform"}) == ["chart"]
	installed.place({"notation": "manifest"}) == []
}

_of(chart) := {product.name | some product in installed.products; installed.name(chart) in product.charts}

# Each chart belongs to one product.
test_charts[product] if {
	some product, charts in {
		"a network policy provider": ["calico", "tigera-operator", "cilium", "antrea", "weave-net"],
		"a pod network of its own": ["flannel", "kube-flannel", "canal", "multus", "multus-cni", "rke2-multus"],
		"a service mesh": [
			"istiod", "istio-base", "istio/base", "istio/cni", "istio/gateway", "istio/ztunnel", "istio/ambient", "istio-operator",
			"linkerd-control-plane", "linkerd-crds", "linkerd2", "linkerd2-cni", "oci-service-mesh-operator", "kuma", "osm",
		],
		"sidecars of a service mesh": ["istio-sidecar", "linkerd-sidecar"],
		"the Kubernetes Dashboard": ["kubernetes-dashboard"],
		"the Cluster Autoscaler": ["cluster-autoscaler", "cluster-autoscaler-chart"],
		"the Vertical Pod Autoscaler": ["vertical-pod-autoscaler", "vpa"],
		"an agent for each node": [
			"alloy", "csi-driver-nfs", "datadog", "falco", "filebeat", "fluent-bit", "fluentd", "gpu-operator", "grafana-agent", "kured",
			"longhorn", "metallb", "metricbeat", "newrelic-infrastructure", "node-feature-discovery", "node-problem-detector",
			"nvidia-device-plugin", "prometheus-node-exporter", "promtail", "secrets-store-csi-driver", "splunk-otel-collector",
			"sysdig-deploy",
		],
	}
	every chart in charts {
		_of({"chart": chart}) == {product}
	}
}

_at(url) := {product.name |
	some product in installed.products
	regex.match(product.urls, url)
	not regex.match(object.get(product, "others", `^$`), url)
}

test_addresses[url] if {
	some url, products in {
		"https://raw.githubusercontent.com/projectcalico/calico/v3.28.0/manifests/tigera-operator.yaml": {"a network policy provider"},
		"https://docs.tigera.io/manifests/custom-resources.yaml": {"a network policy provider"},
		"https://example.com/calico-vxlan.yaml": {"a network policy provider"},
		"https://example.com/canal.yml": {"a network policy provider"},
		"https://example.com/cilium-1.16.yaml": {"a network policy provider"},
		"https://github.com/cilium/cilium/releases": {"a network policy provider"},
		"https://github.com/antrea-io/antrea/releases/download/v2.1/antrea.yml": {"a network policy provider"},
		"https://example.com/antrea-eks.yaml": {"a network policy provider"},
		"https://example.com/antrea/x": {"a network policy provider"},
		"https://github.com/weaveworks/weave/releases/download/v2.8.1/weave-daemonset-k8s.yaml": {"a network policy provider"},
		"https://example.com/weavenet.yaml": {"a network policy provider"},
		"https://cloud.weave.works/k8s/net": {"a network policy provider"},
		"https://example.com/weave-scope.yaml": set(),
		"https://example.com/mycalico.yaml": set(),
		"calico.yaml": {"a network policy provider"},
		"https://github.com/flannel-io/flannel/releases/latest/download/kube-flannel.yml": {"a pod network of its own"},
		"https://example.com/kube-flannel.yml": {"a pod network of its own"},
		"https://github.com/flannel-io/flannel/x": {"a pod network of its own"},
		"https://raw.githubusercontent.com/k8snetworkplumbingwg/multus-cni/master/deployments/x.yml": {"a pod network of its own"},
		"https://raw.githubusercontent.com/istio/istio/master/manifests/x.yaml": {"a service mesh"},
		"https://raw.githubusercontent.com/istio/istio/release-1.24/samples/bookinfo/x.yaml": set(),
		"https://github.com/linkerd/linkerd2/releases/x.yaml": {"a service mesh"},
		"https://github.com/linkerd/x.yaml": {"a service mesh"},
		"https://raw.githubusercontent.com/linkerd/linkerd2/main/test/x.yaml": set(),
		"https://run.linkerd.io/install": {"a service mesh"},
		"https://run.linkerd.io/emojivoto.yml": set(),
		"https://github.com/oracle-quickstart/oci-service-mesh-operator/x": {"a service mesh"},
		"https://raw.githubusercontent.com/kubernetes/dashboard/v2.7.0/aio/deploy/recommended.yaml": {"the Kubernetes Dashboard"},
		"https://example.com/kubernetes-dashboard.yaml": {"the Kubernetes Dashboard"},
		"https://raw.githubusercontent.com/kubernetes/autoscaler/master/cluster-autoscaler/cloudprovider/oci/x.yaml": {"the Cluster Autoscaler"},
		"https://raw.githubusercontent.com/kubernetes/autoscaler/master/vertical-pod-autoscaler/deploy/x.yaml": {"the Vertical Pod Autoscaler"},
		"https://example.com/web.yaml": set(),
	}
	_at(url) == products
}

# Requirements, severity where it is not the rule's own, and whether managed nodes beside virtual ones give the product a task.
test_products if {
	found := {product.name: [product.requirements, object.get(product, "severity", "own"), object.get(product, "fine_in_mixed", false)] |
		some product in installed.products
	}
	found == {
		"a network policy provider": [["VNK-05"], "own", false],
		"a pod network of its own": [["VNK-06"], "own", false],
		"a service mesh": [["VNK-09"], "own", false],
		"sidecars of a service mesh": [["VNK-08"], "own", false],
		"the Kubernetes Dashboard": [["VNK-12"], "own", false],
		"the Cluster Autoscaler": [["VNK-14", "ARC-13"], "own", true],
		"the Vertical Pod Autoscaler": [["VNK-15"], "own", false],
		"an agent for each node": [["VNK-01"], "warning", true],
	}
}
