# METADATA
# title: Boot files over plain HTTP
# description: |
#   A host takes over whatever its Kickstart file, its OSTree archive and its Ignition file tell it, and
#   Ignition files carry the keys of the cluster. Over plain HTTP everybody on the way can read and replace
#   them.
# related_resources:
#   - description: Bring your own infrastructure, OCNE documentation
#     ref: https://github.com/oracle-cne/ocne/blob/main/doc/cluster-management/byo.md
#   - description: Ignition, supported platforms
#     ref: https://coreos.github.io/ignition/supported-platforms/
# custom:
#   severity: warning
#   target: any
#   requirements: [OCN-16]
#   message: "{subject} has {what:plain} fetched over plain HTTP from {host}."
#   remediation: "Serve it over HTTPS with authentication, or put it on local media."
package rules.ocne["unprotected-boot-source"]

import data.lib.violation

_words := {"ignition": "the Ignition file", "kickstart": "the Kickstart file", "ostree": "the OSTree archive"}

violations contains violation.at(entry, url.path, {"what": _words[url.what], "host": url.host}) if {
	some entry in array.concat(input.ocne, input.ocne_commands)
	some url in entry.urls
	url.scheme == "http"
	not _own(url.host)
}

_own(host) if host in {"", "localhost", "[::1]", "ip6-localhost"}

_own(host) if startswith(host, "127.")
