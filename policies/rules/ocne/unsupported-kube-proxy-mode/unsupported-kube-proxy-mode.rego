# METADATA
# title: Unsupported kube-proxy mode
# description: |
#   OCNE sets up kube-proxy for iptables or ipvs. With another mode kube-proxy does not start, and services
#   have no addresses.
# related_resources:
#   - description: Cluster configuration file, OCNE manual page
#     ref: https://github.com/oracle-cne/ocne/blob/main/doc/manpages/ocne-config.yaml.md
# custom:
#   severity: error
#   target: any
#   requirements: [OCN-24]
#   message: "{subject} runs kube-proxy in the mode {mode}; OCNE knows iptables and ipvs."
#   remediation: "Use `iptables` or `ipvs`."
package rules.ocne["unsupported-kube-proxy-mode"]

import data.lib.ocne
import data.lib.violation

violations contains violation.at(file, ["kubeProxyMode"], {"mode": mode}) if {
	some file in ocne.configurations
	mode := file.value.kubeProxyMode
	is_string(mode)
	not mode in {"iptables", "ipvs", ""}
}
