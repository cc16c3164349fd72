# Who in a repository relies on workload identity: policy statements about workloads, and stores of the External Secrets Operator.
package lib.workload_identity

import data.lib.referred

# METADATA
# description: statements and stores that rely on the workload identity of a cluster
users(cluster) := array.concat(
	[statement |
		some statement in grants
		_concerns(statement, cluster)
	],
	stores,
)

# METADATA
# description: statements that grant to workloads
grants := [statement |
	some statement in input.statements
	statement.effect == "allow"
	_for_workloads(statement)
]

# METADATA
# description: the namespaces and service accounts that a statement names, as far as they are plain texts
accounts(statement) := [{"namespace": namespace, "account": account} |
	some clause in statement.clauses
	some a in clause
	a.variable == "request.principal.namespace"
	some namespace in _texts(a)
	some b in clause
	b.variable == "request.principal.service_account"
	some account in _texts(b)
]

_texts(term) := [term.value] if {
	term.operator == "="
	term.value_kind == "string"
}

# In a list a pattern keeps its slashes.
_texts(term) := term.values if {
	term.operator == "in"
	term.value_kind == "list"
	every value in term.values {
		not startswith(value, "/")
	}
}

# METADATA
# description: stores that sign in with workload identity
stores := [store | some store in _all; _signs_in(store)]

_all := array.concat(
	[store | some store in input.index.objects.SecretStore],
	[store | some store in input.index.objects.ClusterSecretStore],
)

_signs_in(store) if {
	store.group == "external-secrets.io"
	store.value.spec.provider.oracle.principalType == "Workload"
}

_for_workloads(statement) if {
	some clause in statement.clauses
	some term in clause
	term.variable == "request.principal.type"
	some type in _texts(term)
	lower(type) == "workload"
}

# Other principals have neither namespace nor service account.
_for_workloads(statement) if {
	some clause in statement.clauses
	some term in clause
	term.variable in {"request.principal.namespace", "request.principal.service_account"}
	term.operator in {"=", "in"}
}

# A statement for another cluster is no user of this one.
_concerns(statement, cluster) if {
	some clause in statement.clauses
	every term in clause {
		not _another(term, cluster)
	}
}

_another(term, cluster) if {
	term.variable == "request.principal.cluster_id"
	count(input.clusters) > 1
	not referred.is(cluster, term)
}

# METADATA
# description: 'whether the pod runs under the account, `{namespace, account}`, or under one that cannot be known'
may_run_under(pod, named) if {
	pod.namespace == named.namespace
	pod.service_account == named.account
}

may_run_under(pod, named) if {
	pod.namespace == named.namespace
	some field in ["serviceAccountName", "serviceAccount"]
	pod.unknown[field]
}
