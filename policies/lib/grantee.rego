# Who is meant: the principals that questions are about, and whether the subject of a statement takes one in. Three answers.
package lib.grantee

import data.lib.answer
import data.lib.condition
import data.lib.ref
import data.lib.referred

# METADATA
# description: a cluster that calls other services
cluster(entry) := _grouped({
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
})

# With the positions of the dynamic groups that take it in, or may, each with the answer: statements ask about the same ones.
_grouped(who) := object.union(who, {"groups": {i: told |
	some i, group in input.dynamic_groups
	told := _member(group, who)
	told != "no"
}})

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
instance(pool) := object.union(who, {"strangers": _strangers(who)}) if {
	who := _grouped({
		"kind": "instance",
		"values": {
			"request.principal.type": {"text": "instance"},
			"request.principal.id": _itself(pool),
			"request.principal.compartment.id": object.get(pool, "compartment", {}),
		},
		"member": _instance_values(pool),
	})
}

# Where the repository shows the nodes' own group, another name in a statement is another group.
_strangers(who) := "no" if {
	"yes" in who.groups
} else := "maybe"

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

# Whether a dynamic group's rule includes the principal.
_member(entry, who) := "maybe" if {
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

_in_groups(principal, who) := answer.any({answer.all({told, object.get(who.groups, i, "no")}) | some i, told in named[principal]}) if {
	count(named[principal]) > 0
} else := who.strangers

# METADATA
# description: the dynamic groups that a principal of a statement names for certain
groups(principal) := [input.dynamic_groups[i] | some i, "yes" in named[principal]]

# METADATA
# description: |
#   positions of the dynamic groups that a principal names, or may name, each with the answer; by principal, since many questions ask
#   about the same one
named[principal] := {i: told |
	some i, entry in input.dynamic_groups
	told := _names(principal, entry, found)
	told != "no"
} if {
	some statement in input.statements
	some principal in statement.principals
	principal.kind == "dynamic-group"
	found := [entry | some entry in input.dynamic_groups; referred.is(entry, principal)]
}

# What a reference leads to is meant, and no other group of that name.
_names(principal, entry, found) := "yes" if {
	entry in found
} else := "no" if {
	count(found) > 0
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
