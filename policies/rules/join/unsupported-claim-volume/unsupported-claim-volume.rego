# METADATA
# title: Volume by an unsupported claim
# description: |
#   Since 2026-08-28 virtual nodes mount claims on File Storage with the access mode ReadWriteMany. Block volumes and
#   other access modes stay unsupported, so a pod that mounts such a claim cannot run there.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
#   - description: Provisioning PVCs on the File Storage service
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcreatingpersistentvolumeclaim_Provisioning_PVCs_on_FSS.htm
# custom:
#   severity: error
#   target: virtual
#   requirements: [VNP-06]
#   message: "Volume {volume} of {subject} mounts claim {claim}, which is not a File Storage claim with access mode ReadWriteMany."
#   remediation: Give the claim accessModes [ReadWriteMany] and a storage class of the provisioner fss.csi.oraclecloud.com, or run this workload on managed nodes.
#   since: "2026-08-28"
package rules.join["unsupported-claim-volume"]

import data.lib.claim as claims
import data.lib.violation
import data.lib.virtual

violations contains violation.related(found, related) if {
	input.facts.virtual_nodes_fss_claims

	some pod in virtual.indexed_pods
	some mount in pod.claims
	named := claims.named(pod.namespace, mount.claim)
	count(named) > 0
	severity := _severity(named)

	facts := {"volume": mount.volume, "claim": mount.claim}
	found := violation.graded(pod, ["volumes", mount.index, "persistentVolumeClaim"], facts, severity)
	related := [{"item": claim.id, "path": ["spec"], "note": "the claim"} | some claim in named]
}

_severity(named) := "error" if {
	every claim in named {
		claims.refused(_spec(claim))
	}
} else := "warning" if {
	every claim in named {
		_doubtful(claim)
	}
}

_doubtful(claim) if claims.refused(_spec(claim))

_doubtful(claim) if {
	not claim.partial
	claims.defaulted(_spec(claim))
}

_spec(claim) := claims.filled(claim.value.spec, claim.unknown, "spec")
