# METADATA
# title: Overlapping cluster networks
# description: |
#   Pods, services and hosts are told apart by their addresses alone. When the pod and service networks
#   overlap, or an address of the control plane lies in one of them, traffic ends up in the wrong place and
#   the nodes do not come up.
# related_resources:
#   - description: Cluster configuration file, OCNE manual page
#     ref: https://github.com/oracle-cne/ocne/blob/main/doc/manpages/ocne-config.yaml.md
# custom:
#   severity: error
#   target: any
#   requirements: [OCN-22]
#   message: "The {network:plain} of {subject}, {cidr:plain}, overlaps the {other:plain} {with:plain}."
#   remediation: "Choose networks that do not overlap: OCNE takes 10.244.0.0/16 for pods and 10.96.0.0/12 for services unless told otherwise."
package rules.ocne["overlapping-ocne-networks"]

import data.lib.ocne
import data.lib.violation

# What overlaps, and what it overlaps. An address of the hosts is named first: it is easier to see where it belongs.
_pairs := [
	{"one": "pods", "other": "services"},
	{"one": "virtual-ip", "other": "pods"},
	{"one": "virtual-ip", "other": "services"},
	{"one": "load-balancer", "other": "pods"},
	{"one": "load-balancer", "other": "services"},
]

_names := {
	"pods": "pod network",
	"services": "service network",
	"virtual-ip": "virtual address",
	"load-balancer": "load balancer address",
}

violations contains violation.at(file, ocne.path(place), facts) if {
	some file in ocne.configurations
	some pair in _pairs
	some one in ocne.networks(file, pair.one)
	some other in ocne.networks(file, pair.other)
	net.cidr_intersects(one, other)
	place := _place(file, pair)
	facts := {"network": _names[pair.one], "cidr": one, "other": _names[pair.other], "with": other}
}

# Where it is stated; a file that leaves both to others is not at fault.
_place(file, pair) := pair.one if {
	ocne.stated(file, ocne.path(pair.one))
} else := pair.other if {
	ocne.stated(file, ocne.path(pair.other))
}
