# Who in a repository relies on workload identity: policy statements about workloads, and stores of the External Secrets Operator.
package lib.workload_identity

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
	a.operator == "="
	a.value_kind == "string"
	namespace := a.value
	some b in clause
	b.variable == "request.principal.service_account"
	b.operator == "="
	b.value_kind == "string"
	account := b.value
]

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
	term.operator == "="
	lower(term.value) == "workload"
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
	object.get(term, "ref", "") != cluster.address
}
