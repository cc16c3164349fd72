# METADATA
# title: Pod under another service account than the policy's
# description: |
#   A workload grant names one service account of one namespace. Pods that run under another one, under the default account,
#   or without a token do not have the identity that the statement speaks of, and their calls are refused.
# related_resources:
#   - description: Granting workloads access to OCI resources
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contenggrantingworkloadaccesstoresources.htm
# custom:
#   severity: warning
#   target: any
#   requirements: [ARC-20]
#   message: "{subject} runs {how:plain}, but the workload grant for its namespace is for the service account {account}."
#   remediation: "Set serviceAccountName to the account that the statement names, and let its token be mounted."
package rules.identity["foreign-service-account"]

import data.lib.violation
import data.lib.workload_identity

# The default account is often just forgotten; another named account contradicts the statement.
violations contains violation.related(violation.graded(pod, ["serviceAccountName"], {"how": how, "account": named.account}, severity), [{"item": statement.id, "note": "the workload grant"}]) if {
	some statement in workload_identity.grants
	accounts := workload_identity.accounts(statement)
	count(accounts) == 1
	named := accounts[0]
	not _used(named)
	some pod in input.index.pods
	not pod.partial
	pod.namespace == named.namespace
	not _excused(pod)
	some how, severity in _how(pod)
}

violations contains violation.related(violation.at(pod, ["automountServiceAccountToken"], {"how": "without its token", "account": named.account}), [{"item": statement.id, "note": "the workload grant"}]) if {
	some statement in workload_identity.grants
	some named in workload_identity.accounts(statement)
	some pod in input.index.pods
	pod.namespace == named.namespace
	pod.service_account == named.account
	pod.automount_token == false
	not pod.projected_token
}

# The account may say so for all of its pods, unless one says otherwise.
violations contains violation.related(violation.at(pod, ["serviceAccountName"], {"how": "without its token", "account": named.account}), [{"item": statement.id, "note": "the workload grant"}, {"item": account.id, "path": ["automountServiceAccountToken"], "note": "the account mounts none"}]) if {
	some statement in workload_identity.grants
	some named in workload_identity.accounts(statement)
	some account in input.index.objects.ServiceAccount
	account.group == ""
	account.name == named.account
	account.namespace == named.namespace
	account.value.automountServiceAccountToken == false
	some pod in input.index.pods
	pod.namespace == named.namespace
	pod.service_account == named.account
	not _states_token(pod)
	not pod.projected_token
	not pod.partial
}

_states_token(pod) if is_boolean(pod.automount_token)

_states_token(pod) if pod.unknown.automountServiceAccountToken

# Some pod of the repository is the one that is meant, or may be.
_used(named) if {
	some pod in input.index.pods
	workload_identity.may_run_under(pod, named)
}

_excused(pod) if {
	some statement in workload_identity.grants
	some named in workload_identity.accounts(statement)
	workload_identity.may_run_under(pod, named)
}

_how(pod) := {"under the default service account": "warning"} if pod.service_account in {"", "default"}

_how(pod) := {$"under the service account \"{pod.service_account}\"": "error"} if not pod.service_account in {"", "default"}
