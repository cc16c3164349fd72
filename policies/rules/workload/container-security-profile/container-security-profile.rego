# METADATA
# title: Container security profile
# description: |
#   Virtual nodes name readOnlyRootFilesystem, allowPrivilegeEscalation: false and capabilities as what they support in the
#   security context of a container. Seccomp, SELinux, AppArmor and Windows options are in neither list; some charts that
#   Oracle recommends set a seccomp profile there.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
# custom:
#   severity: warning
#   target: virtual
#   requirements: [VNP-49]
#   message: "Container {container} of {subject} sets {field:plain}, which virtual nodes are not known to support."
#   remediation: "Try it on a virtual node before relying on it; remove it where nothing demands it."
package rules.workload["container-security-profile"]

import data.lib.template
import data.lib.violation
import data.lib.virtual

_fields := {"seccompProfile", "seLinuxOptions", "appArmorProfile", "windowsOptions"}

violations contains violation.at(container, ["securityContext", field], facts) if {
	some container in virtual.containers
	some field, value in container.value.securityContext
	field in _fields
	not value in [null, {}]
	facts := {"container": container.name, "field": field}
}

# The older form of an AppArmor profile names the container in an annotation of the pod.
violations contains violation.at(place.entry, array.concat(place.path, ["annotations", key]), facts) if {
	some pod in virtual.pods
	some key, _ in pod.pod_annotations
	startswith(key, _annotation)
	place := template.metadata(pod)
	facts := {"container": substring(key, count(_annotation), -1), "field": "an AppArmor profile"}
}

_annotation := "container.apparmor.security.beta.kubernetes.io/"
