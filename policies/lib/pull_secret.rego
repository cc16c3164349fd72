# Who pulls images with which Secret, and what makes those Secrets. Reads the index and the commands.
package lib.pull_secret

import data.lib.virtual

# METADATA
# description: by name, uses of a Secret for pulling images by pods on virtual nodes, themselves or through their service account
references[name] contains use if {
	some pod in virtual.indexed_pods
	some i, name in pod.image_pull_secrets
	name != ""
	use := _use(pod, ["imagePullSecrets", i])
}

references[secret.name] contains use if {
	some account in input.index.objects.ServiceAccount
	account.group == ""
	some i, secret in account.value.imagePullSecrets
	_serves(account)
	use := _use(account, ["imagePullSecrets", i])
}

_use(entry, path) := {
	"item": entry.id,
	"path": path,
	"namespace": entry.namespace,
	"nodes": entry.nodes,
}

_serves(account) if {
	some i in _users[account.name]
	pod := input.index.pods[i]
	virtual.bound(pod)
	may_be_same(pod.namespace, account.namespace)
}

_serves(account) if {
	not _users[account.name]
	virtual.bound(account)
}

# Positions of pods by the name of their service account.
_users[_account(pod)] contains i if some i, pod in input.index.pods

_account(pod) := pod.service_account if pod.service_account != ""

_account(pod) := "default" if pod.service_account == ""

# METADATA
# description: |
#   what makes Secrets, with the name and the type of the Secret; only where the type is known. `moved_to`: the namespace that a
#   kustomization gives to all that it holds
sources contains _source(secret, secret.name, ["type"], type) if {
	some secret in input.index.objects.Secret
	secret.group == ""
	type := _type(secret, ["type"])
}

sources contains _source(sealed, sealed.name, path, type) if {
	some sealed in input.index.objects.SealedSecret
	sealed.group == "bitnami.com"
	path := ["spec", "template", "type"]
	type := _type(sealed, path)
}

sources contains _source(external, name, path, type) if {
	some external in input.index.objects.ExternalSecret
	external.group == "external-secrets.io"
	target := object.get(external.value, ["spec", "target"], {})
	not object.get(target, "creationPolicy", "") in {"Merge", "None"}
	name := object.get(target, "name", external.name)
	path := ["spec", "target", "template", "type"]
	type := _type(external, path)
}

# Made in namespaces that labels choose, so that any may be meant.
sources contains object.union(_source(external, name, path, type), {"namespace": ""}) if {
	some external in input.index.objects.ClusterExternalSecret
	external.group == "external-secrets.io"
	target := object.get(external.value, ["spec", "externalSecretSpec", "target"], {})
	not object.get(target, "creationPolicy", "") in {"Merge", "None"}
	name := object.get(target, "name", object.get(external.value, ["spec", "externalSecretName"], external.name))
	path := ["spec", "externalSecretSpec", "target", "template", "type"]
	type := _type(external, path)
}

sources contains object.union(_source(generator, generated.name, ["secretGenerator", i, "type"], type), {"moved_to": object.get(generator.value, "namespace", "")}) if {
	some generator in input.index.objects.Kustomization
	generator.group == "kustomize.config.k8s.io"
	some i, generated in generator.value.secretGenerator
	not generated.behavior == "merge"
	type := _type(generator, ["secretGenerator", i, "type"])
}

sources contains {
	"item": command.id,
	"path": [],
	"namespace": _namespace(command),
	"name": name,
	"type": type,
} if {
	some command in input.commands
	command.program in {"kubectl", "k", "oc"}
	not object.get(command, "ephemeral", false)
	positional := _positional(command.args)
	array.slice(positional, 0, 3) == ["create", "secret", "generic"]
	name := positional[3]
	is_string(name)
	type := _commanded_type(command)
}

_source(object_entry, name, path, type) := {
	"item": object_entry.id,
	"path": path,
	"namespace": object_entry.namespace,
	"name": name,
	"type": type,
}

# A Secret without a type is Opaque, unless the type is only not known or stands in another document.
_type(entry, path) := type if {
	type := object.get(entry.value, path, null)
	is_string(type)
	type != ""
}

_type(entry, path) := "Opaque" if {
	object.get(entry.value, path, null) in {null, ""}
	not entry.partial
	not _hidden(entry, path)
}

_hidden(entry, path) if {
	place := concat(".", [$"{part}" | some part in path])
	some hidden, _ in entry.unknown
	startswith($"{place}.", $"{hidden}.")
}

# METADATA
# description: the two namespaces are the same, or one of them is not stated
may_be_same(a, a)

may_be_same("", _)

may_be_same(_, "")

_namespace(command) := _last_value(command.args, ["-n", "--namespace"])

_namespace(command) := "" if not _last_value(command.args, ["-n", "--namespace"])

_commanded_type(command) := _last_value(command.args, ["--type"])

_commanded_type(command) := "Opaque" if {
	not _last_value(command.args, ["--type"])
	not contains(command.text, "--type")
}

_value_flags := {"-n", "--namespace", "--type", "--context", "--kubeconfig", "--cluster", "--user", "-s", "--server", "-o", "--output", "--from-literal", "--from-file", "--from-env-file", "--field-manager", "--as", "--token", "--request-timeout"}

# Words that are neither flags nor their values; null stands for a word that cannot be known.
_positional(args) := [word |
	some i, word in args
	not _is_flag(word)
	not _is_value(args, i)
]

_is_flag(word) if startswith(word, "-")

_is_value(args, i) if args[i - 1] in _value_flags

# Of a flag that is given again the last one counts.
_last_value(args, spellings) := values[count(values) - 1] if {
	values := [value |
		some i, word in args
		some spelling in spellings
		value := _flag_value(args, i, word, spelling)
	]
}

_flag_value(args, i, spelling, spelling) := args[i + 1] if is_string(args[i + 1])

_flag_value(_, _, word, spelling) := value if {
	startswith(word, $"{spelling}=")
	value := substring(word, count(spelling) + 1, -1)
}
