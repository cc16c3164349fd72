# Stores of the External Secrets Operator that read OCI Vault, and who they are to OCI.
package lib.vault_store

# METADATA
# description: stores with the Oracle provider, as object entries
stores := [store |
	some store in _all
	store.group == "external-secrets.io"
	is_object(store.value.spec.provider.oracle)
]

_all contains store if some store in input.workloads.objects.SecretStore

_all contains store if some store in input.workloads.objects.ClusterSecretStore

# METADATA
# description: where a store keeps its settings for Oracle
path := ["spec", "provider", "oracle"]

# METADATA
# description: the setting below the provider is provably missing or empty
lacks(store, place) if {
	not store.partial
	object.get(store.value, array.concat(path, place), null) in {null, ""}
	not _hidden(store, place)
}

_hidden(store, place) if {
	asked := concat(".", array.concat(path, place))
	some hidden, _ in store.unknown
	startswith($"{asked}.", $"{hidden}.")
}

# METADATA
# description: how the store signs in, one of `workload`, `instance`, `user`, or else `the type` and what is written
principal(store) := kind if {
	kind := _principals[_type(store)]
} else := "instance" if {
	_type(store) == ""
	lacks(store, ["auth"])
} else := "user" if {
	_type(store) == ""
	store.value.spec.provider.oracle.auth != null
} else := $"the type {_type(store)}" if {
	_type(store) != ""
}

_principals := {"Workload": "workload", "InstancePrincipal": "instance", "UserPrincipal": "user"}

_type(store) := "" if {
	lacks(store, ["principalType"])
} else := store.value.spec.provider.oracle.principalType if {
	is_string(store.value.spec.provider.oracle.principalType)
	store.value.spec.provider.oracle.principalType != ""
}
