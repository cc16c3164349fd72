# METADATA
# title: Cluster networks behind the proxy
# description: |
#   Requests to pods, to services and to the API server do not leave the hosts. Where a proxy is configured
#   and these networks are not excluded from it, tools that read the same settings send them to the proxy,
#   which does not know the way.
# related_resources:
#   - description: Cluster configuration file, OCNE manual page
#     ref: https://github.com/oracle-cne/ocne/blob/main/doc/manpages/ocne-config.yaml.md
# custom:
#   severity: notice
#   target: any
#   requirements: [OCN-30]
#   message: "noProxy of {subject} leaves out {missing:plain}."
#   remediation: "Add the pod network, the service network and the address of the control plane to `proxy.noProxy`."
package rules.ocne["incomplete-no-proxy"]

import data.lib.ocne
import data.lib.violation

violations contains violation.at(file, ["proxy", "noProxy"], {"missing": missing}) if {
	some file in ocne.configurations
	_proxied(file)
	_stated_or_unset(file)
	excluded := {network.cidr | some network in file.networks; network.role == "no-proxy"}
	missing := [cidr |
		some role in ["pods", "services", "virtual-ip"]
		some cidr in ocne.networks(file, role)
		not _covered(cidr, excluded)
	]
	count(missing) > 0
}

_proxied(file) if {
	some key in ["httpsProxy", "httpProxy"]
	ocne.stated(file, ["proxy", key])
}

_stated_or_unset(file) if ocne.stated(file, ["proxy", "noProxy"])

_stated_or_unset(file) if ocne.unset_everywhere(file, ["proxy", "noProxy"])

_covered(cidr, excluded) if {
	some wider in excluded
	net.cidr_contains(wider, cidr)
}
