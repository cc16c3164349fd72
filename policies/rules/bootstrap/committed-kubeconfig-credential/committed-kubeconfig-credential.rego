# METADATA
# title: Credential in a committed kubeconfig
# description: |
#   Whoever reads the repository can act on the cluster with a token, a password or a client key that stands in a kubeconfig file. Such
#   credentials also end without notice.
# related_resources:
#   - description: Setting up cluster access
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengdownloadkubeconfigfile.htm
# custom:
#   severity: error
#   target: any
#   requirements: [SMN-37]
#   message: "The kubeconfig {where:plain} holds {credential:plain} in plain text."
#   remediation: "Take the file out of the repository, revoke the credential, and let kubectl ask for a token (exec: oci ce cluster generate-token)."
package rules.bootstrap["committed-kubeconfig-credential"]

import data.lib.violation

violations contains violation.at(config, ["users", i, "user", name], {"where": "in the repository", "credential": _names[name]}) if {
	some config in input.index.objects.Config
	config.group == ""
	config.version == "v1"
	is_array(config.value.clusters)
	not config.value.sops
	some i, entry in config.value.users
	some name, _ in _names
	_is_literal(entry.user[name])
}

violations contains violation.at(script, ["secrets", i], {"where": "in the script of a node", "credential": _names[name]}) if {
	some script in input.bootstraps
	some i, name in script.secrets
}

_names := {"token": "a token", "client-key-data": "a client key", "password": "a password"}

# The inventory has this in the place of every credential.
_is_literal("***")
