# METADATA
# title: Cluster that may not use its key
# description: |
#   A cluster encrypts its secrets with the key that it names, and calls the key service on its own behalf. Without a
#   statement for clusters, or for a dynamic group of clusters, it cannot be created, or cannot read its secrets any more.
# related_resources:
#   - description: Encrypting Kubernetes secrets at rest in etcd
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengencryptingdata.htm
# custom:
#   severity: error
#   target: any
#   requirements: [ARC-30]
#   message: "{subject} encrypts its secrets with a key of yours, but no statement of this repository lets it use keys."
#   remediation: "Add Allow any-user to use keys in compartment <compartment of the key> where ALL {request.principal.type = 'cluster', target.key.id = '<key OCID>'}."
package rules.identity["missing-key-grant"]

import data.lib.answer
import data.lib.grantee
import data.lib.iam
import data.lib.violation

violations contains violation.at(cluster, ["kms_key"], {}) if {
	iam.present
	some cluster in input.clusters
	cluster.kms_key
	_answer(cluster) == "no"
}

undecided contains cluster.id if {
	iam.present
	some cluster in input.clusters
	cluster.kms_key
	_answer(cluster) == "maybe"
}

_answer(cluster) := answer.any({
	iam.by_module(cluster, "use keys"),
	iam.ask({
		"want": "use keys",
		"who": grantee.cluster(cluster),
		"where": {},
		"target": {"target.key.id": cluster.kms_key},
	}),
})
