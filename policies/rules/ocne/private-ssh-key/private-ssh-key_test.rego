package rules.ocne["private-ssh-key_test"]

import data.lib.ocne_testing as given
import data.rules.ocne["private-ssh-key"] as rule

test_reported[note] if {
	some note, case in {
		"private half": {"given": {"sshPublicKeyPath": "~/.ssh/id_rsa"}, "found": {[["sshPublicKeyPath"], "own"]}},
		"of a host": {"given": {"sshPublicKeyPath": "keys/node_ed25519"}, "found": {[["sshPublicKeyPath"], "own"]}},
		"pem": {"given": {"sshPublicKeyPath": "keys/node.pem"}, "found": {[["sshPublicKeyPath"], "own"]}},
		"of PuTTY": {"given": {"sshPublicKeyPath": "keys/node.ppk"}, "found": {[["sshPublicKeyPath"], "own"]}},
		"below a folder that is not known": {"given": {"sshPublicKeyPath": "$HOME/.ssh/id_rsa"}, "found": {[["sshPublicKeyPath"], "own"]}},
		"public half": {"given": {"sshPublicKeyPath": "~/.ssh/id_rsa.pub"}, "found": set()},
		"by another name": {"given": {"sshPublicKeyPath": "/etc/ssh/authorized_keys"}, "found": set()},
		"of another type": {"given": {"sshPublicKeyPath": 4}, "found": set()},
		"empty": {"given": {"sshPublicKeyPath": ""}, "found": set()},
	}

	found := rule.violations with input as given.cluster(case.given)
	{[violation.path, object.get(violation, "severity", "own")] | some violation in found} == case.found
}

test_reported_in_the_value if {
	entry := {"secrets": [{"path": ["sshPublicKey"], "what": "private key", "target": "sshPublicKey"}]}
	found := rule.violations with input as given.files("defaults", [entry])
	{violation.path | some violation in found} == {["sshPublicKey"]}
	other := {"secrets": [{"path": ["ephemeral", "sshKey"], "what": "private key", "target": "sshPrivateKey"}]}
	count(rule.violations) == 0 with input as given.files("defaults", [other])
}
