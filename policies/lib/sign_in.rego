# How a program signs in to OCI: the variables and options that say so, and what their values mean.
package lib.sign_in

# METADATA
# description: ways that are not workload identity, as values of `settings` or of `--auth`, in lower case
types := {
	"instance_principal": "as an instance principal",
	"instance_obo_user": "as an instance principal",
	"instanceprincipal": "as an instance principal",
	"api_key": "with a user's API key",
	"userprincipal": "with a user's API key",
	"config_file": "with a user's API key",
}

# METADATA
# description: the variables that choose among them
settings := {"OCI_CLI_AUTH", "OCI_AUTH_TYPE", "OCI_AUTH", "OCI_AUTHENTICATION_TYPE"}

# Of the Cluster Autoscaler, and of others after its example.
_switches := {"OKE_USE_INSTANCE_PRINCIPAL", "OCI_USE_INSTANCE_PRINCIPAL", "USE_INSTANCE_PRINCIPAL"}

# METADATA
# description: how a program signs in that has this variable
stated(name, value) := types[lower(value)] if settings[name]

stated(name, value) := "as an instance principal" if {
	name in _switches
	lower(value) == "true"
}

# METADATA
# description: names a file as the CLI's setup names a user's key
key_file(path) if regex.match(`(^|/)oci_api_key(\.pem)?$`, path)

# METADATA
# description: places where volume mounts expect the CLI's configuration or key
configuration(path) if regex.match(`/\.oci(/|$)|oci_api_key\.pem$`, path)

# METADATA
# description: how a program is told to sign in by this word of the container's `command` or `args`; a script may do both
called(container, word) := _of_the_cli(container, word) | _of_a_controller(word)

_of_the_cli(container, word) := {types[type] |
	some type in ["instance_principal", "api_key"]
	contains(word, type)
	whole := concat(" ", [_words(container.value, "command"), _words(container.value, "args")])
	regex.match($`(^|[\s/(;&|"'\x60])oci\s(\\\n|.)*--auth[ =]["']?{type}\b|\bOCI_CLI_AUTH=["']?{type}\b`, whole)
}

# Such as the native ingress controller.
_of_a_controller(word) := {"as an instance principal" | regex.match(`^--auth-?type[= ]"?instance(-?principal)?"?$`, lower(word))}

_words(container, field) := concat(" ", [word | some word in container[field]; is_string(word)])
