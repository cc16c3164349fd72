# METADATA
# title: Package source with a link that expires
# description: |
#   The packages for Ubuntu nodes were first handed out by links that need no login and end on 2026-11-01. From then on a new
#   node that installs from such a link does not come up. The packages have lasting addresses since.
# related_resources:
#   - description: Creating Ubuntu-based worker nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcreatingubuntubasedworkernodes.htm
# custom:
#   severity: warning
#   target: any
#   requirements: [SMN-36]
#   message: "The Ubuntu packages of OKE come from {url}, a link that {ends:plain}."
#   remediation: "Use the lasting address https://objectstorage.us-sanjose-1.oraclecloud.com/n/odx-oke/b/okn-repositories/o/prod/ubuntu-jammy/kubernetes-1.NN (or ubuntu-noble)."
package rules.bootstrap["expiring-package-url"]

import data.lib.violation

violations contains violation.graded(script, ["package_urls", i], {"url": url, "ends": "has ended on 2026-11-01"}, "error") if {
	some [script, i, url] in _links
	input.facts.ubuntu_package_links_ended
}

violations contains violation.at(script, ["package_urls", i], {"url": url, "ends": "ends on 2026-11-01"}) if {
	some [script, i, url] in _links
	not input.facts.ubuntu_package_links_ended
}

_links contains [script, i, url] if {
	some script in input.bootstraps
	some i, url in script.package_urls
	regex.match(`/p/…/`, url)
	regex.match(`odx-oke|okn-repositories`, url)
}
