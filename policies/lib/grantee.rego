# Who is meant: the principals that questions are about, and whether the subject of a statement takes one in. Three answers.
package lib.grantee

import data.lib.answer
import data.lib.condition
import data.lib.ref
import data.lib.referred

# METADATA
# description: a cluster that calls other services
cluster(entry) := {
	"kind": "cluster",
	"strangers": "maybe",
	"values": {
		"request.principal.type": {"text": "cluster"},
		"request.principal.id": _itself(entry),
		"request.principal.compartment.id": object.get(entry, "compartment", {}),
	},
	"member": {
		"resource.type": {"text": "cluster"},
		"resource.id": _itself(entry),
		"resource.compartment.id": object.get(entry, "compartment", {}),
	},
}

# METADATA
# description: pods of a service account; without an entry, of a cluster that nobody knows
workload(namespace, account, entry) := {
	"kind": "workload",
	"strangers": "no",
	"values": {
		"request.principal.type": {"text": "workload"},
		"request.principal.namespace": namespace,
		"request.principal.service_account": account,
		"request.principal.cluster_id": _itself(entry),
		"request.principal.id": {},
	},
	"member": {},
}

# METADATA
# description: a compute instance that acts as a node of a pool
instance(pool) := {
	"kind": "instance",
	"strangers": strangers,
	"values": {
		"request.principal.type": {"text": "instance"},
		"request.principal.id": _itself(pool),
		"request.principal.compartment.id": object.get(pool, "compartment", {}),
	},
	"member": _instance_values(pool),
} if {
	# Where the repository shows the nodes' own group, another name in a statement is another group.
	strangers := _strangers({group.id | some group in input.dynamic_groups; member(group, {"kind": "instance", "member": _instance_values(pool)}) == "yes"})
}

_strangers(groups) := "maybe" if {
	count(groups) == 0
} else := "no"

_instance_values(pool) := object.union(_tags(pool), {
	"instance.id": _itself(pool),
	"instance.compartment.id": object.get(pool, "compartment", {}),
	# A group of resources of another type has no instance in it.
	"resource.type": {"text": "instance"},
	"resource.id": {},
	"resource.compartment.id": {},
})

_tags(pool) := {$"tag.{tag}.value": {"text": value} | some tag, value in pool.tags}

# METADATA
# description: the members of the group that a statement's principal names
group(principal) := {"kind": "group", "principal": principal, "strangers": "no", "values": {}, "member": {}}

# METADATA
# description: whether a dynamic group's rule includes the principal
member(entry, who) := "maybe" if {
	entry.verdict == "invalid"
} else := "maybe" if {
	not entry.clauses
} else := answer.any({condition.clause(clause, who.member, who) | some clause in entry.clauses})

# METADATA
# description: whether the subject of a statement takes the principal in
includes(statement, who) := answer.any({_subject(principal, who) | some principal in statement.principals})

_subject(principal, who) := "maybe" if {
	principal.kind in {"any-user", "any-group"}
	principal.hole
} else := "yes" if {
	principal.kind == "any-user"
} else := "yes" if {
	principal.kind == "any-group"
	who.kind in {"group", "instance"}
} else := "maybe" if {
	# Whether clusters and workloads are among "any group" is not documented.
	principal.kind == "any-group"
} else := _named(principal, who.principal) if {
	principal.kind == "group"
	who.kind == "group"
	who.principal.kind == "group"
} else := _in_groups(principal, who) if {
	principal.kind == "dynamic-group"
	who.kind in {"cluster", "instance"}
} else := "no"

_in_groups(principal, who) := answer.any({answer.all({named, member(entry, who)}) |
	some entry in input.dynamic_groups
	named := names(principal, entry)
	named != "no"
}) if {
	_defined(principal)
} else := who.strangers

_defined(principal) if {
	some entry in input.dynamic_groups
	names(principal, entry) != "no"
}

# METADATA
# description: whether a principal of a statement is that dynamic group
names(principal, entry) := "yes" if {
	referred.is(entry, principal)
} else := "yes" if {
	principal.ocid == entry.ocid
} else := "no" if {
	some other in input.dynamic_groups
	referred.is(other, principal)
} else := _named(principal, entry)

_named(a, b) := "yes" if {
	a.ocid == b.ocid
} else := "yes" if {
	ref.place(a) == ref.place(b)
} else := _domains(a, b) if {
	lower(a.name) == lower(b.name)
} else := "no" if {
	condition.literal(a.name)
	condition.literal(b.name)
} else := "no" if {
	a.ocid
	b.ocid
} else := "maybe"

# Without a domain the default one is meant.
_domains(a, b) := "yes" if {
	lower(object.get(a, "domain", "Default")) == lower(object.get(b, "domain", "Default"))
} else := "no" if {
	condition.literal(object.get(a, "domain", "Default"))
	condition.literal(object.get(b, "domain", "Default"))
} else := "maybe"

_itself(entry) := object.union({"ref": entry.address, "kind": "resource"}, object.filter(entry, {"stack"})) if {
	entry.address
} else := {}
