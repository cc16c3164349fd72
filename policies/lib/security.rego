# Whether security lists and network security groups admit some traffic. Answers are `yes`, `no` and `unknown`: `no` only when every
# rule that could admit it is known.
#
# A guard is what decides about one kind of address: `{"rules": […], "complete": bool}`.
# A peer is the other side: `{"cidrs": […], "texts": {…}, "nsgs": {…}, "others": {…}, "services": bool}`; `texts` are the expressions that its
# unknown addresses come from, `others` NSGs that it is certainly not in, or `all` where it is in none but its own.
# Traffic is `{"direction", "protocol", "min", "max"}` or `{"direction", "protocol": "icmp", "type", "code"}`.
package lib.security

import data.lib.attribute

_lists := {list.id: list | some list in input.security_lists}

_nsgs := {nsg.id: nsg | some nsg in input.nsgs}

_default_lists[list.default_of.id] contains list.id if some list in input.security_lists

_rules_of[rule.holder.id] contains rule if some rule in input.security_rules

# METADATA
# description: 'what guards addresses in the subnet that are also in these NSGs; `nsgs_known` is false when there may be others'
guard(subnet, nsgs, nsgs_known) := {
	"rules": array.concat(own.rules, [rule | some nsg in nsgs; some rule in _rules_of[nsg.id]]),
	"complete": _all([own.complete, nsgs_known, _complete(nsgs, _nsgs)]),
} if {
	own := _subnet_guard(subnet)
}

_subnet_guard(subnet) := {
	"rules": [rule | some list in subnet.security_lists; some rule in _rules_of[list.id]],
	"complete": _all([_known(subnet), _complete(subnet.security_lists, _lists)]),
} if {
	subnet.security_lists
} else := {"rules": [rule | some id in ids; some rule in _rules_of[id]], "complete": complete} if {
	attribute.absent(subnet, "security_lists")
	ids := _default_lists[subnet.vcn.id]
	complete := {true} == {_lists[id].complete | some id in ids}
} else := {"rules": [], "complete": false}

default _all(_) := true

_all(answers) := false if false in answers

default _known(_) := true

_known(subnet) := false if subnet.unknown.security_lists

_complete(references, entries) := count([1 |
	some reference in references
	entries[reference.id].complete
]) == count(references)

# METADATA
# description: 'everything in these subnets, as a peer; `nsgs` are those that its addresses are in, `others` those of the guarded side'
peer(subnets, nsgs, others) := {
	"cidrs": [cidr | some subnet in subnets; some cidr in subnet.cidrs; not contains(cidr, ":")],
	"texts": {text | some subnet in subnets; text := subnet.unknown.cidrs},
	"nsgs": {nsg.id | some nsg in nsgs},
	"others": _others(others, nsgs),
	"services": false,
}

_others("all", _) := "all"

_others(others, nsgs) := {nsg.id | some nsg in others} - {nsg.id | some nsg in nsgs} if others != "all"

# METADATA
# description: the Oracle services network
services := {"cidrs": [], "texts": set(), "nsgs": set(), "others": "all", "services": true}

# METADATA
# description: whether the guard admits the traffic to or from the peer
admits(guarding, traffic, other) := _settled(
	{answer |
		some rule in guarding.rules
		answer := _rule(rule, traffic, other)
	},
	guarding.complete,
)

_settled(answers, _) := "yes" if "yes" in answers

_settled(answers, complete) := "no" if {
	not "yes" in answers
	not "unknown" in answers
	complete
}

_settled(answers, complete) := "unknown" if {
	not "yes" in answers
	_open(answers, complete)
}

_open(answers, _) if "unknown" in answers

_open(_, complete) if not complete

# One rule: undefined when it has nothing to do with the traffic.
_rule(rule, traffic, other) := answer if {
	parts := {_direction(rule, traffic), _protocol(rule, traffic), _ports(rule, traffic), _peer(rule, other), _state(rule)}
	answer := {true: "unknown", false: "yes"}["unknown" in parts]
}

_direction(rule, traffic) := "yes" if rule.direction == traffic.direction

_direction(rule, _) := "unknown" if not rule.direction

# Answers to stateless traffic need a rule of their own.
default _state(_) := "yes"

_state(rule) := "unknown" if rule.stateless

_state(rule) := "unknown" if rule.unknown.stateless

_protocol(rule, traffic) := "yes" if rule.protocol in {"all", traffic.protocol}

_protocol(rule, _) := "unknown" if not rule.protocol

_ports(rule, _) := "yes" if rule.protocol == "all"

_ports(rule, traffic) := answer if {
	rule.protocol != "all"
	traffic.protocol != "icmp"
	answer := _range(rule, traffic)
}

_ports(rule, traffic) := answer if {
	rule.protocol != "all"
	traffic.protocol == "icmp"
	answer := _icmp(rule, traffic)
}

_ports(rule, _) := "unknown" if not rule.protocol

_range(rule, _) := "unknown" if rule.unknown.ports

_range(rule, _) := "unknown" if rule.source_ports

_range(rule, traffic) := answer if {
	not rule.unknown.ports
	not rule.source_ports
	answer := _covered(object.get(rule, "ports", {"min": 1, "max": 65535}), traffic)
}

_covered(ports, traffic) := "yes" if {
	ports.min <= traffic.min
	ports.max >= traffic.max
} else := "unknown" if {
	ports.min <= traffic.max
	ports.max >= traffic.min
}

_icmp(rule, _) := "unknown" if rule.unknown.icmp

_icmp(rule, _) := "yes" if {
	not rule.icmp
	not rule.unknown.icmp
}

_icmp(rule, traffic) := "yes" if {
	rule.icmp.type == traffic.type
	object.get(rule.icmp, "code", traffic.code) == traffic.code
}

_peer(rule, other) := "yes" if {
	other.services
	_to_services(rule)
} else := "unknown" if {
	other.services
	_may_be_services(rule)
} else := "yes" if {
	not other.services
	_covers(rule, other)
} else := "unknown" if {
	not other.services
	_may_cover(rule, other)
}

# The label of Object Storage takes in no other service.
_to_services(rule) if {
	rule.peer_kind == "service"
	not endswith(object.get(rule, "peer", ""), "objectstorage")
}

_to_services(rule) if rule.peer == "0.0.0.0/0"

_may_be_services(rule) if not rule.peer_kind

_may_be_services(rule) if {
	rule.peer_kind == "cidr"
	rule.unknown.peer
}

# A public network may hold services; a private one never does.
_may_be_services(rule) if {
	rule.peer_kind == "cidr"
	not private(rule.peer)
}

_covers(rule, _) if rule.peer == "0.0.0.0/0"

_covers(rule, other) if {
	count(other.cidrs) > 0
	count(other.texts) == 0
	rule.peer_kind == "cidr"
	every cidr in other.cidrs {
		covers(rule.peer, cidr)
	}
}

_covers(rule, other) if {
	count(other.cidrs) == 0
	other.texts == {rule.unknown.peer}
}

_covers(rule, other) if {
	rule.peer_kind == "nsg"
	other.nsgs[rule.peer_ref.id]
}

# Services have public addresses: their label, known or not, never means a network of yours.
_may_cover(rule, _) if {
	rule.peer_kind == "cidr"
	rule.unknown.peer
}

_may_cover(rule, _) if not rule.peer_kind

_may_cover(rule, other) if {
	rule.peer_kind == "nsg"
	not _excluded(rule, other)
}

_may_cover(rule, other) if {
	rule.peer_kind == "cidr"
	_unsure(other)
}

_may_cover(rule, other) if {
	rule.peer_kind == "cidr"
	some cidr in other.cidrs
	overlap(rule.peer, cidr)
}

_excluded(rule, other) if other.others[rule.peer_ref.id]

_excluded(rule, other) if {
	other.others == "all"
	_nsgs[rule.peer_ref.id]
}

# Its addresses are not all known.
_unsure(other) if count(other.texts) > 0

_unsure(other) if count(other.cidrs) == 0

# METADATA
# description: the first block holds all of the second; false for anything that is not a pair of blocks of one family
covers(outer, inner) if net.cidr_contains(outer, inner)

# METADATA
# description: the two blocks share addresses
overlap(a, b) if net.cidr_intersects(a, b)

_private := ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"]

# METADATA
# description: the block lies in the private address space
private(cidr) if {
	some block in _private
	net.cidr_contains(block, cidr)
}
