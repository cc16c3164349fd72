# Entries of bootstrap scripts for tests: only what the test is about has to be said. Left out of the build.
package lib.bootstrap_testing

_script := {
	"id": "b1",
	"address": "init.sh",
	"self_managed": true,
	"endpoint": "10.0.0.3",
	"endpoint_stated": true,
	"ca": "base64",
	"ca_literal": false,
	"ca_in_file": false,
	"ca_stated": true,
	"text_known": true,
	"fetches_oke_init": false,
	"imds_v1": false,
	"package_urls": [],
	"secrets": [],
	"unknown": {},
}

# METADATA
# description: a script of a self-managed node that states what a node needs, with fields replaced; a field that is null is left out
script(fields) := {name: value | some name, value in object.union(_script, fields); value != null}
