# METADATA
# title: Pod signs in as its node or as a user
# description: |
#   A pod that signs in as an instance principal has the rights of every pod on the node, and on virtual nodes there is no
#   instance of yours at all. A user's API key in a pod does not expire and has all rights of that user. Workload identity
#   gives a service account rights of its own.
# related_resources:
#   - description: Granting workloads access to OCI resources
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contenggrantingworkloadaccesstoresources.htm
# custom:
#   severity: warning
#   target: any
#   requirements: [ARC-17]
#   message: "{subject} signs in to OCI {how:plain}, in place of workload identity."
#   remediation: "Let the SDK use the workload identity provider with the pod's own service account, and grant to that account."
package rules.workload["instance-principal-authentication"]

import data.lib.sign_in
import data.lib.violation

violations contains violation.at(container, ["env", i, "value"], {"how": how}) if {
	some container in input.workloads.containers
	some i, variable in container.value.env
	how := sign_in.stated(variable.name, variable.value)
}

violations contains violation.at(container, ["env", i, "name"], {"how": "with a user's API key"}) if {
	some container in input.workloads.containers
	some i, variable in container.value.env
	variable.name in {"OCI_CLI_KEY_FILE", "OCI_CLI_KEY_CONTENT", "OCI_KEY_FILE"}
}

violations contains violation.at(container, ["volumeMounts", i, "mountPath"], {"how": "with a user's API key"}) if {
	some container in input.workloads.containers
	some i, mount in container.value.volumeMounts
	sign_in.configuration(mount.mountPath)
}

violations contains violation.at(container, ["volumeMounts", i, "subPath"], {"how": "with a user's API key"}) if {
	some container in input.workloads.containers
	some i, mount in container.value.volumeMounts
	sign_in.key_file(mount.subPath)
	not sign_in.configuration(mount.mountPath)
}

violations contains violation.at(volume, [kind, "items", i], {"how": "with a user's API key"}) if {
	some volume in input.workloads.volumes
	some kind in ["secret", "configMap"]
	some i, item in volume.value[kind].items
	some field in ["key", "path"]
	sign_in.key_file(item[field])
}

violations contains violation.at(container, [field], {"how": how}) if {
	some container in input.workloads.containers
	some field in ["command", "args"]
	some word in container.value[field]
	some how in sign_in.called(container, word)
}

violations contains violation.at(config, ["data", name], {"how": how}) if {
	some config in input.workloads.objects.ConfigMap
	config.group == ""
	some name, value in config.value.data
	how := sign_in.stated(name, value)
}

violations contains violation.at(secret, [field], {"how": "with a user's API key"}) if {
	some secret in input.workloads.objects.Secret
	secret.group == ""
	some field in ["data", "stringData"]
	keys := {lower(replace(key, "-", "_")) | some key in _keys(secret, field)}
	"fingerprint" in keys
	count(keys & {"private_key", "privatekey", "key", "oci_api_key.pem"}) > 0
}

# A value that is filled in later leaves its key.
_keys(secret, field) := {key | some key, _ in secret.value[field]} | {key |
	some path, _ in secret.unknown
	startswith(path, $"{field}.")
	key := trim_prefix(path, $"{field}.")
}
