# Products that packages install, by the name of the chart or the address of the manifest. Takes charts; judges nothing.
package lib.installed

# METADATA
# description: |
#  products that virtual nodes do not support; `others` are addresses near them that bring something else, `fine_in_mixed` stands
#  where managed nodes beside them give the product a task
products := [
	{
		"name": "a network policy provider",
		"charts": {"calico", "tigera-operator", "cilium", "antrea", "weave-net"},
		"urls": `(projectcalico|tigera|/cilium/|/antrea/|antrea[a-z.-]*\.ya?ml|weave-?net|weave-daemonset|cloud\.weave\.works|(^|/)(calico|canal|cilium)[a-z0-9.-]*\.ya?ml)`,
		"requirements": ["VNK-05"],
	},
	{
		"name": "a pod network of its own",
		"charts": {"flannel", "kube-flannel", "canal", "multus", "multus-cni", "rke2-multus"},
		"urls": `(kube-flannel|/flannel/|multus)`,
		"requirements": ["VNK-06"],
	},
	{
		"name": "a service mesh",
		"charts": {
			"istiod", "istio-base", "istio/base", "istio/cni", "istio/gateway", "istio-operator", "linkerd-control-plane",
			"istio/ztunnel", "istio/ambient", "linkerd-crds", "linkerd2", "linkerd2-cni", "oci-service-mesh-operator", "kuma",
			"osm",
		},
		"urls": `(/istio/|/linkerd2?/|run\.linkerd\.io/install|service-mesh-operator)`,
		"others": `/istio/.*/samples/|/linkerd2?/.*/test/`,
		"requirements": ["VNK-09"],
	},
	{
		"name": "sidecars of a service mesh",
		"charts": {"istio-sidecar", "linkerd-sidecar"},
		"requirements": ["VNK-08"],
	},
	{
		"name": "the Kubernetes Dashboard",
		"charts": {"kubernetes-dashboard"},
		"urls": `(kubernetes/dashboard|kubernetes-dashboard)`,
		"requirements": ["VNK-12"],
	},
	{
		"name": "the Cluster Autoscaler",
		"charts": {"cluster-autoscaler", "cluster-autoscaler-chart"},
		"urls": `/cluster-autoscaler`,
		"requirements": ["VNK-14", "ARC-13"],
		"fine_in_mixed": true,
	},
	{
		"name": "the Vertical Pod Autoscaler",
		"charts": {"vertical-pod-autoscaler", "vpa"},
		"urls": `/vertical-pod-autoscaler`,
		"requirements": ["VNK-15"],
	},
	{
		"name": "an agent for each node",
		"charts": {
			"alloy", "csi-driver-nfs", "datadog", "falco", "filebeat", "fluent-bit", "fluentd", "gpu-operator", "grafana-agent",
			"kured", "longhorn", "metallb", "metricbeat", "newrelic-infrastructure", "node-feature-discovery",
			"node-problem-detector", "nvidia-device-plugin", "prometheus-node-exporter", "promtail", "secrets-store-csi-driver",
			"splunk-otel-collector", "sysdig-deploy",
		},
		"requirements": ["VNK-01"],
		"fine_in_mixed": true,
		"severity": "warning",
	},
]

# METADATA
# description: where the entry of a chart names it
place(chart) := ["chart"] if chart.notation == "terraform"

place(chart) := [] if chart.notation != "terraform"

# METADATA
# description: the chart's name without registry, repository and version; Istio's general names keep their repository
name(chart) := $"istio/{_last(chart)}" if {
	_last(chart) in {"base", "cni", "gateway", "ztunnel", "ambient"}
	regex.match(`istio`, lower(concat(" ", [chart.chart, object.get(chart, "repository", "")])))
} else := _last(chart)

_last(chart) := split(parts[count(parts) - 1], ":")[0] if parts := split(lower(chart.chart), "/")
