# METADATA
# title: Unsupported chart setting
# description: |
#   The value asks its chart for something that virtual nodes do not have. The chart itself is not rendered here, so what becomes of the
#   value is a guess by its name.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
#   - description: helm template
#     ref: https://helm.sh/docs/helm/helm_template/
# custom:
#   severity: notice
#   target: virtual
#   requirements: [VNP-04, VNP-05, VNP-29, VNP-30, VNP-31, VNP-40, VNP-47, VNK-01, VNK-02, VNK-04, VNK-10, VNL-01, VNL-02]
#   message: "{subject} sets {keys:plain}, which by the name asks for {what:plain}; virtual nodes do not support that."
#   remediation: "Change the value, or render the chart and look at what comes of it: helm template CHART | oke-policy check -."
package rules.join["unsupported-chart-setting"]

import data.lib.violation
import data.lib.virtual

_settings := {
	"initContainers": {"what": "init containers", "ids": ["VNP-04"]},
	"hostPath": {"what": "a folder of the node", "ids": ["VNP-05"]},
	"hostIPC": {"what": "the inter-process communication of the node", "ids": ["VNP-29"]},
	"hostNetwork": {"what": "the network of the node", "ids": ["VNP-30"]},
	"hostPID": {"what": "the processes of the node", "ids": ["VNP-31"]},
	"fsGroup": {"what": "a group that owns volumes", "ids": ["VNP-40"]},
	"privileged": {"what": "a privileged container", "ids": ["VNP-47"]},
	"daemonSet": {"what": "a DaemonSet", "ids": ["VNK-01"]},
	"persistence": {"what": "a persistent volume claim", "ids": ["VNK-02"]},
	"networkPolicy": {"what": "a network policy", "ids": ["VNK-04"]},
	"externalTrafficPolicy": {"what": "the addresses of clients", "ids": ["VNK-10"]},
	"securityLists": {"what": "security lists that OKE keeps", "ids": ["VNL-01"]},
	"securityRules": {"what": "security lists that OKE keeps", "ids": ["VNL-02"]},
}

violations contains violation.of(violation.at(place, [], facts), sort(ids)) if {
	some place in input.chart_settings
	virtual.bound(place)
	asks := [ask | some ask in place.asks; _unsupported(ask.setting)]
	count(asks) > 0
	ids := {id | some ask in asks; some id in _settings[ask.setting].ids}
	facts := {
		"keys": concat(", ", [ask.key | some ask in asks]),
		"what": concat(", ", {_settings[ask.setting].what | some ask in asks}),
	}
}

# File Storage came with groups that own its volumes.
_unsupported(setting) if {
	setting == "fsGroup"
	not input.facts.virtual_nodes_fss_claims
}

_unsupported(setting) if {
	_settings[setting]
	setting != "fsGroup"
}
