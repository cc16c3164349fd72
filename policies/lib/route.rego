# The route table of a subnet and where it leads. Answers are `yes`, `no` and `unknown`.
package lib.route

import data.lib.attribute

_tables := {table.id: table | some table in input.route_tables}

# Default tables by the VCN that they belong to. Conditions may choose between several.
_defaults[table.default_of.id] contains table.id if some table in input.route_tables

# METADATA
# description: the route table that the subnet uses, when it is in the repository; its VCN's own when it names none
table_of(subnet) := _tables[subnet.route_table.id]

table_of(subnet) := _tables[id] if {
	attribute.absent(subnet, "route_table")
	count(_defaults[subnet.vcn.id]) == 1
	some id in _defaults[subnet.vcn.id]
}

# METADATA
# description: the table sends traffic for the internet to something other than an internet gateway
to_nat(table) := _answer(table, {i | some i, rule in table.rules; _outward(rule)})

# METADATA
# description: the table sends traffic for all Oracle services to a service gateway, or to where one may stand
to_services(table) := _answer(table, {i | some i, rule in table.rules; _to_services(rule)})

# METADATA
# description: positions of the rules that lead to an internet gateway
to_internet(table) := [i | some i, rule in table.rules; rule.gateway == "internet"]

# METADATA
# description: place to report a fault of the table used by the subnet; a table that nobody wrote has none of its own
place(subnet, table) := {"entry": subnet, "path": ["route_table"]} if table.implicit

place(_, table) := {"entry": table, "path": ["rules"]} if not table.implicit

_answer(_, matching) := "yes" if count(matching) > 0

_answer(table, matching) := "no" if {
	count(matching) == 0
	_readable(table)
}

_answer(table, matching) := "unknown" if {
	count(matching) == 0
	not _readable(table)
}

_readable(table) if {
	not table.unknown.rules
	every rule in object.get(table, "rules", []) {
		rule.gateway
	}
}

# Egress through a firewall, a hub or a NAT gateway.
_outward(rule) if {
	rule.gateway in {"nat", "drg", "private-ip", "local-peering", "other"}
	_everywhere(rule)
}

_to_services(rule) if {
	rule.gateway == "service"
	not endswith(object.get(rule, "destination", ""), "objectstorage")
}

_to_services(rule) if {
	rule.destination_type == "SERVICE_CIDR_BLOCK"
	not rule.gateway
	not endswith(object.get(rule, "destination", ""), "objectstorage")
}

# A hub may have a service gateway of its own.
_to_services(rule) if {
	rule.gateway in {"drg", "private-ip", "local-peering", "other"}
	_everywhere(rule)
}

_everywhere(rule) if rule.destination == "0.0.0.0/0"

_everywhere(rule) if rule.unknown.destination
