# METADATA
# title: Group that cannot manage virtual node pools
# description: |
#   Managing node pools does not include virtual ones, and creating those reads the network and makes VNICs in it. A group
#   that is not an administrators' group needs three rights for them; without one, creation ends with an error that names
#   none of them.
# related_resources:
#   - description: Required IAM policies for using virtual nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengvirtualnodes-Required_IAM_Policies.htm
# custom:
#   severity: warning
#   target: any
#   requirements: [VNT-22]
#   message: "{subject} is for managing pools, and this repository has virtual ones, but the group may not {missing:plain}."
#   remediation: "Give the group manage cluster-virtualnode-pools, read virtual-network-family and manage vnics where the cluster and its network are."
package rules.identity["incomplete-virtual-pool-grant"]

import data.lib.grantee
import data.lib.iam
import data.lib.violation

# What is asked for, and how the documentation writes it: managing VNICs confers no more than using them.
_needed := {
	"manage cluster-virtualnode-pools": "manage cluster-virtualnode-pools",
	"read virtual-network-family": "read virtual-network-family",
	"use vnics": "manage vnics",
}

violations contains violation.at(statement, ["principals"], {"missing": missing}) if {
	some pool in input.node_pools
	pool.mode == "virtual"
	some statement in input.statements
	statement.effect == "allow"
	statement.verb == "manage"
	some type in statement.resources
	type in {"cluster-family", "cluster-node-pools"}
	some principal in statement.principals
	principal.kind == "group"
	_is_one(principal)
	missing := sort({written | some want, written in _needed; iam.ask({"want": want, "who": grantee.group(principal), "where": {}}) == "no"})
	count(missing) > 0
}

# A placeholder of which nothing is known may be anything; the same reference is the same groups wherever it stands.
_is_one(principal) if not principal.hole

_is_one(principal) if principal.ref
