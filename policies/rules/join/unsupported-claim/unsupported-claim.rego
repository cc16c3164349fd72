# METADATA
# title: Persistent volume claim
# description: |
#   Virtual nodes attached no persistent storage before 2026-08-28; since then they mount File Storage with access mode
#   ReadWriteMany, and nothing else. A pod that waits for another claim is never started there.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
# custom:
#   severity: error
#   target: virtual
#   requirements: [VNK-02]
#   message: "{subject} claims a persistent volume that virtual nodes do not support: {reason:plain}."
#   remediation: "From 2026-08-28 on use File Storage: accessModes [ReadWriteMany] and a storage class of the provisioner fss.csi.oraclecloud.com; otherwise use no claim, or run its users on managed nodes."
package rules.join["unsupported-claim"]

import data.lib.claim as claims
import data.lib.violation
import data.lib.virtual

violations contains violation.related(violation.graded(claim, ["spec"], _facts(_spec(claim)), _of_claim(claim, users)), related) if {
	some claim in input.index.objects.PersistentVolumeClaim
	claim.group == ""
	users := [input.index.pods[i] | some i in _users[claim.name]; _may_mean(input.index.pods[i], claim)]
	related := [{"item": pod.id, "path": [], "note": "mounts the claim"} | some pod in users; virtual.bound(pod)]
}

violations contains violation.graded(owner, ["spec", "volumeClaimTemplates", i], _facts(spec), _severity(owner, spec)) if {
	some owner in _owners
	virtual.bound(owner)
	some i, template in owner.value.spec.volumeClaimTemplates
	spec := claims.filled(object.get(template, "spec", {}), owner.unknown, $"spec.volumeClaimTemplates.{i}.spec")
}

violations contains violation.graded({"id": pod.object}, template.path, _facts(template.spec), _severity(pod, template.spec)) if {
	some pod in virtual.indexed_pods
	some template in pod.claim_templates
}

_owners contains owner if {
	some owner in input.index.objects.StatefulSet
	owner.group == "apps"
}

# Positions of the pods that mount a claim of the name.
_users[mount.claim] contains i if {
	some i, pod in input.index.pods
	some mount in pod.claims
}

_may_mean(pod, claim) if claim in claims.named(pod.namespace, claim.name)

# A claim that only managed workloads mount is none of this rule's business; one that nobody mounts may be.
_of_claim(claim, users) := _severity(claim, _spec(claim)) if {
	some pod in users
	virtual.bound(pod)
} else := "warning" if {
	count(users) == 0
	virtual.bound(claim)
	_severity(claim, _spec(claim))
}

_spec(claim) := claims.filled(claim.value.spec, claim.unknown, "spec")

_facts(spec) := {"reason": _reason(spec)}

_reason(spec) := "before 2026-08-28 they attached none" if {
	not input.facts.virtual_nodes_fss_claims
} else := claims.fault(spec)

_severity(entry, spec) := "error" if {
	claims.refused(spec)
} else := "error" if {
	not input.facts.virtual_nodes_fss_claims
} else := "warning" if {
	not entry.partial
	claims.defaulted(spec)
}
