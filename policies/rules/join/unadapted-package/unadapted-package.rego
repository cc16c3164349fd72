# METADATA
# title: Package that needs changes on virtual nodes
# description: |
#   Upstream ingress-nginx and Metrics Server set what virtual nodes do not support: fsGroup, privilege escalation, the traffic
#   policy Local, probes and host network. They run there only in a changed form.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
# custom:
#   severity: warning
#   target: virtual
#   requirements: [VNK-13, VNK-16]
#   message: "{subject} installs {product:plain} as upstream ships it; virtual nodes need a changed form."
#   remediation: "Start from the manifest in oracle-devrel/oci-oke-virtual-nodes; for metrics, enhanced clusters also have the add-on KubernetesMetricsServer."
package rules.join["unadapted-package"]

import data.lib.cluster as clusters
import data.lib.installed
import data.lib.ref
import data.lib.violation
import data.lib.virtual

_requirements := {"ingress-nginx": ["VNK-13"], "metrics-server": ["VNK-16"]}

violations contains violation.of(violation.at(chart, installed.place(chart), {"product": name}), _requirements[name]) if {
	some chart in input.charts
	virtual.bound(chart)
	name := installed.name(chart)
}

violations contains violation.of(violation.at(remote, [], {"product": name}), requirements) if {
	some remote in input.remote_manifests
	virtual.bound(remote)
	some name, requirements in _requirements
	contains(lower(remote.url), name)
	not contains(lower(remote.url), "oracle-devrel/oci-oke-virtual-nodes")
}

# By the oke module.
violations contains violation.of(violation.at(cluster, ["installs", i], {"product": "metrics-server"}), ["VNK-16"]) if {
	some cluster in input.clusters
	some i, "metrics_server_install" in cluster.installs
	clusters.virtual_only(ref.to(cluster))
}
