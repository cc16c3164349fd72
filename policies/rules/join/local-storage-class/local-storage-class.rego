# METADATA
# title: Storage class of local volumes
# description: |
#   A storage class without a provisioner hands out local volumes: disks of nodes, which virtual nodes do not have. A pod
#   that waits for such a claim is never started there.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
#   - description: Local volumes and their storage class
#     ref: https://kubernetes.io/docs/concepts/storage/storage-classes/#local
# custom:
#   severity: warning
#   target: virtual
#   requirements: [VNP-10]
#   message: "{subject} hands out local volumes, which virtual nodes do not support, and {users:plain} on virtual nodes depends on it."
#   remediation: Keep the data in Object Storage or in a database service, or run the users of this class on managed nodes.
package rules.join["local-storage-class"]

import data.lib.claim as claims
import data.lib.violation
import data.lib.virtual

violations contains violation.related(violation.at(class, ["provisioner"], facts), related) if {
	some class in input.index.objects.StorageClass
	class.group == "storage.k8s.io"
	class.value.provisioner == "kubernetes.io/no-provisioner"

	users := _users[class.name]
	related := [{"item": user.item, "path": user.path, "note": "asks for this class"} | some user in users]
	facts := {"users": sort({user.name | some user in users})}
}

_users[class] contains {"item": claim.id, "path": ["spec", "storageClassName"], "name": $"{pod.kind} {pod.name}"} if {
	some pod in virtual.indexed_pods
	some mount in pod.claims
	some claim in claims.named(pod.namespace, mount.claim)
	class := claim.value.spec.storageClassName
}

_users[class] contains {"item": owner.id, "path": path, "name": $"StatefulSet {owner.name}"} if {
	some owner in input.index.objects.StatefulSet
	virtual.bound(owner)
	some i, template in owner.value.spec.volumeClaimTemplates
	class := template.spec.storageClassName
	path := ["spec", "volumeClaimTemplates", i, "spec", "storageClassName"]
}
