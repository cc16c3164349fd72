# METADATA
# title: Add-on of no use on virtual nodes
# description: |
#   Some add-ons need nodes that virtual nodes are not: each pod there has its own kube-proxy, there is no daemon set, no
#   service mesh, no dashboard proxy, no GPU, and nothing to scale for the Cluster Autoscaler. In a cluster of virtual
#   nodes alone they stay pending or do nothing.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
#   - description: Cluster add-ons
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengconfiguringclusteraddons.htm
# custom:
#   severity: error
#   target: virtual
#   requirements: [VNT-12, VNK-05, VNK-06, VNK-09, VNK-11, VNK-12, VNK-14, ARC-13]
#   message: "{subject} installs {add_on:plain} in a cluster that has virtual nodes only, where it does not work."
#   remediation: "Remove the add-on, or add managed nodes to the cluster."
package rules.cluster["add-on-without-use-on-virtual-nodes"]

import data.lib.cluster as clusters
import data.lib.ref
import data.lib.violation

_useless := {
	"ClusterAutoscaler": ["VNT-12", "VNK-14"],
	"Flannel": ["VNT-12", "VNK-06"],
	"Istio": ["VNT-12", "VNK-09"],
	"KubeProxy": ["VNT-12", "VNK-11"],
	"KubernetesDashboard": ["VNT-12", "VNK-12"],
	"NvidiaGpuPlugin": ["VNT-12"],
}

violations contains violation.of(violation.at(addon, ["addon"], {"add_on": addon.addon}), _useless[addon.addon]) if {
	some addon in input.addons
	clusters.virtual_only(addon.cluster)
}

violations contains violation.of(violation.at(cluster, ["dashboard_enabled"], {"add_on": "KubernetesDashboard"}), ["VNT-12", "VNK-12"]) if {
	some cluster in input.clusters
	cluster.dashboard_enabled
	clusters.virtual_only(ref.to(cluster))
}

# What the oke module installs by itself.
violations contains violation.of(violation.at(cluster, ["installs", i], {"add_on": installed.name}), installed.requirements) if {
	some cluster in input.clusters
	some i, name in cluster.installs
	installed := _installed[name]
	clusters.virtual_only(ref.to(cluster))
}

_installed := {
	"cilium_install": {"name": "Cilium", "requirements": ["VNK-05"]},
	"cluster_autoscaler_install": {"name": "the Cluster Autoscaler", "requirements": ["VNK-14", "ARC-13"]},
	"multus_install": {"name": "Multus", "requirements": ["VNK-06"]},
}
