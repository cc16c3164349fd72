# METADATA
# title: Sidecar that reloads configuration
# description: |
#   On virtual nodes a change of a ConfigMap or Secret does not reach the pods that have it mounted. A sidecar that waits
#   for the files to change waits forever.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
# custom:
#   severity: notice
#   target: virtual
#   requirements: [VNP-66]
#   message: "Container {container} of {subject} watches for configuration changes, which do not reach running pods on virtual nodes."
#   remediation: "Let a change of the configuration start new pods: a checksum annotation, a configMapGenerator or a controller that restarts the workload."
package rules.workload["config-reload-sidecar"]

import data.lib.violation
import data.lib.virtual

violations contains violation.at(container, ["image"], {"container": container.name}) if {
	some container in virtual.containers
	some word in ["reload", "k8s-sidecar"]
	contains(container.image.repository, word)
	regex.match(`(^|/)(configmap-reload(er)?|([a-z0-9.-]+-)?config-reloader|k8s-sidecar)$`, container.image.repository)
	not _restarted[container.pod]
}

violations contains violation.at(container, ["image"], {"container": container.name}) if {
	some container in virtual.containers
	endswith(container.image.repository, "git-sync")
	regex.match(`(^|/)git-sync$`, container.image.repository)
	some mount in container.value.volumeMounts
	_configuration[[container.pod, mount.name]]
	not _restarted[container.pod]
}

_configuration contains [volume.pod, volume.name] if {
	some volume in virtual.volumes
	volume.source == "configMap"
}

# Pods that are replaced when their configuration changes.
_restarted contains pod.id if {
	some pod in virtual.pods
	some annotations in [pod.annotations, pod.pod_annotations]
	some key, _ in annotations
	regex.match(`^(checksum/|reloader\.stakater\.com/|[a-z]+\.reloader\.stakater\.com/)`, key)
}
