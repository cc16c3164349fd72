# METADATA
# title: Annotation that is not text
# description: |
#   Values of annotations are texts. A number or a boolean without quotes makes the API refuse the whole Service, so that no load balancer
#   is made.
# related_resources:
#   - description: Annotations of load balancers
#     ref: https://github.com/oracle/oci-cloud-controller-manager/blob/master/docs/load-balancer-annotations.md
#   - description: Annotations in Kubernetes
#     ref: https://kubernetes.io/docs/concepts/overview/working-with-objects/annotations/
# custom:
#   severity: error
#   target: any
#   requirements: [VNL-01, VNL-02, VNL-10, VNL-13]
#   message: "{subject} states {key} as a {type:plain}, but values of annotations are texts."
#   remediation: "Put the value in quotes."
package rules.workload["unquoted-annotation"]

import data.lib.balancer
import data.lib.violation

_of_oci := `^(service\.beta\.kubernetes\.io/oci-|([a-z-]+\.)?oraclecloud\.com/)`

violations contains violation.of(violation.at(service, balancer.place(key), {"key": key, "type": type}), [id]) if {
	some service in input.workloads.objects.Service
	service.group == ""
	some key, value in service.value.metadata.annotations
	type := type_name(value)
	type in {"number", "boolean"}
	regex.match(_of_oci, key)
	id := _id(key)
}

# Which requirement the setting is about; those about no other belong to the load balancer as a whole.
_id(key) := "VNL-01" if {
	endswith(key, "security-list-management-mode")
} else := "VNL-02" if {
	endswith(key, "security-rule-management-mode")
} else := "VNL-13" if {
	endswith(key, "node-label-selector")
} else := "VNL-10"
