# METADATA
# title: Cluster secrets encrypted without a key of your own
# description: |
#   Kubernetes secrets in etcd are always encrypted, by default with a key that Oracle manages. With a key of your own
#   in Vault you decide how long it lives, when it rotates and who may use it. The key can be chosen only when the
#   cluster is made.
# related_resources:
#   - description: Encrypting Kubernetes secrets at rest in etcd
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengencryptingdata.htm
#   - description: Deploy serverless Kubernetes with OKE virtual nodes
#     ref: https://docs.oracle.com/en/solutions/deploy-app-with-oke-virtual-nodes/index.html
# custom:
#   severity: warning
#   target: any
#   requirements: [ARC-28]
#   message: "{subject} keeps its Kubernetes secrets under a key that Oracle manages: it states no key of your own."
#   remediation: "Set kms_key_id to an AES key in Vault. The key is chosen when a cluster is made, so adding it to an existing cluster replaces the cluster."
package rules.cluster["secrets-without-own-key"]

import data.lib.attribute
import data.lib.violation

violations contains violation.at(cluster, ["kms_key"], {}) if {
	some cluster in input.clusters
	attribute.absent(cluster, "kms_key")
}
