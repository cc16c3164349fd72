# Does any statement grant a principal an action at a location, under conditions that hold? Three answers: yes, no, maybe.
# A question is {"want": action, "who": principal, "where": ref of a compartment or {}, "target": {variable: value}}; a value is
# {"text": …} when it is certain, {"ref": …, "kind": …} when it stands for a resource or an expression, {} when nobody knows.
package lib.iam

# METADATA
# description: the repository has identity of its own, so that what it lacks may be called missing
present if count(input.statements) > 0

present if count(input.dynamic_groups) > 0

# METADATA
# description: whether the statements grant what the question asks
ask(question) := "no" if {
	some statement in input.statements
	statement.effect == "deny"
	grants(statement, question) == "yes"
} else := "yes" if {
	some statement in input.statements
	statement.effect == "allow"
	grants(statement, question) == "yes"
	not _may_be_denied(question)
} else := "maybe" if {
	some statement in input.statements
	statement.effect == "allow"
	_ = grants(statement, question)
} else := "no"

# METADATA
# description: whether one statement concerns what the question asks, `yes` or `maybe`; undefined where it does not
grants(statement, question) := _all({confers, who, where, condition, _sound(statement)}) if {
	confers := _confers(statement, question.want)
	who := _subjects(statement, question.who)
	who != "no"
	where := _covers(statement, question.where)
	where != "no"
	condition := _condition(statement, question)
	condition != "no"
}

# METADATA
# description: the cluster that a pool belongs to, which is the one it names, or the only one there is
cluster_of(pool) := _by_id[_cluster_ids[pool.id]]

# METADATA
# description: the pools of a cluster
pools_of(cluster) := [input.node_pools[i] | some i in _pool_positions[cluster.id]]

_pool_positions[_cluster_ids[pool.id]] contains i if some i, pool in input.node_pools

_cluster_ids[pool.id] := id if {
	some pool in input.node_pools
	id := _cluster_id(pool)
}

_cluster_id(pool) := found.id if {
	found := entry(input.clusters, pool.cluster)
} else := input.clusters[0].id if {
	count(input.clusters) == 1
	not _leads_elsewhere(pool)
}

_leads_elsewhere(pool) if pool.cluster.kind == "ocid"

# METADATA
# description: the entry of a list that a reference leads to
entry(list, ref) := _by_id[ref.id] if {
	_by_id[ref.id]
} else := found[0] if {
	found := [candidate |
		some candidate in list
		_is(candidate, ref)
	]
}

_by_id[item.id] := item if {
	some part in ["clusters", "vcns", "subnets", "compartments"]
	some item in input[part]
}

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

_instance_values(pool) := {
	"instance.id": _itself(pool),
	"instance.compartment.id": object.get(pool, "compartment", {}),
	"resource.type": {},
	"resource.id": {},
	"resource.compartment.id": {},
}

# METADATA
# description: the members of the group that a statement's principal names
group(principal) := {"kind": "group", "principal": principal, "strangers": "no", "values": {}, "member": {}}

# METADATA
# description: whether a dynamic group's rule includes the principal
member(entry, who) := "maybe" if {
	entry.verdict == "invalid"
} else := "maybe" if {
	not entry.clauses
} else := _any({_clause(clause, who.member, who) | some clause in entry.clauses})

# METADATA
# description: the places at and above a compartment, as far as they are known
above(where) := {_place(where)} | {place |
	some compartment in input.compartments
	_is(compartment, where)
	some place in _ancestors[compartment.id]
}

# What a reference stands for: the same text means other things in another root module, but for what is written out.
_place(reference) := $"{reference.stack}: {reference.ref}" if {
	reference.stack
	not startswith(lower(reference.ref), "ocid1")
} else := reference.ref

_places := {entry.id: _place(object.union(object.filter(entry, {"stack"}), {"ref": entry.address})) | some entry in input.compartments}

_ancestors := {entry.id: {_place(object.union(object.filter(entry, {"stack"}), {"ref": ref})) | some ref in entry.ancestors} | some entry in input.compartments}

# METADATA
# description: a compartment reference that is the tenancy itself
tenancy(ref) if regex.match(`(?i)^ocid1\.tenancy\.|(^|[._])(tenancy|tenant|root_compartment)(_?(oc)?id)?$|^tenancy-root$`, ref)

# --------------------------------------------------------------- what

_confers(statement, want) := "yes" if {
	want in statement.permissions
} else := "maybe" if want in statement.doubtful

_sound(statement) := "maybe" if {
	statement.verdict == "invalid"
} else := "maybe" if {
	statement.effect == "deny"
	statement.existence == "possible"
} else := "yes"

_may_be_denied(question) if {
	some statement in input.statements
	statement.effect == "deny"
	_ = grants(statement, question)
}

# --------------------------------------------------------------- who

_subjects(statement, who) := _any({_subject(principal, who) | some principal in statement.principals})

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

_in_groups(principal, who) := _any({_all({named, member(entry, who)}) |
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
	_is(entry, principal)
} else := "yes" if {
	principal.ocid == entry.ocid
} else := "no" if {
	some other in input.dynamic_groups
	_is(other, principal)
} else := _named(principal, entry)

_named(a, b) := "yes" if {
	a.ocid == b.ocid
} else := "yes" if {
	_place(a) == _place(b)
} else := _domains(a, b) if {
	lower(a.name) == lower(b.name)
} else := "no" if {
	_literal(a.name)
	_literal(b.name)
} else := "no" if {
	a.ocid
	b.ocid
} else := "maybe"

# Without a domain the default one is meant.
_domains(a, b) := "yes" if {
	lower(object.get(a, "domain", "Default")) == lower(object.get(b, "domain", "Default"))
} else := "no" if {
	_literal(object.get(a, "domain", "Default"))
	_literal(object.get(b, "domain", "Default"))
} else := "maybe"

_literal(text) if not regex.match(`[$%<{\[]`, text)

# --------------------------------------------------------------- where

_covers(statement, where) := "yes" if {
	statement.location.kind == "tenancy"
} else := "no" if {
	statement.location.kind in {"any-tenancy", "named-tenancy"}
} else := "maybe" if {
	statement.location.kind == "unknown"
} else := "yes" if {
	_place(statement.location) in above(where)
} else := "yes" if {
	tenancy(statement.location.ref)
} else := "no" if {
	_elsewhere(statement.location, where)
} else := _leads(statement, where) if {
	not statement.location.hole
	_seen_from(statement)
	entry(input.compartments, where).ancestors_known
} else := "yes" if {
	not statement.location.hole
	path := statement.location.path
	lower(path[count(path) - 1]) in _names_above(where)
} else := "no" if {
	not statement.location.hole
	count(statement.location.path) > 0
	_chain_named(where)
} else := "maybe"

# Names are looked up from where the policy is attached: the tenancy, or a compartment whose own path is known.
_leads(statement, where) := "yes" if {
	some path in _seen_from(statement)
	place := [lower(name) | some name in entry(input.compartments, where).path]
	names := [lower(name) | some name in path]
	array.slice(place, 0, count(names)) == names
} else := "no"

_seen_from(statement) := [statement.location.path] if tenancy(statement.attachment.ref)

_seen_from(statement) := array.concat(
	[array.concat(place.path, path)],
	[array.concat(place.path, array.slice(path, 1, count(path))) | lower(place.name) == lower(path[0])],
) if {
	path := statement.location.path
	place := entry(input.compartments, statement.attachment)
	place.ancestors_known
}

# Below the place that is asked for, or beside a line of compartments that is known up to its root.
_elsewhere(location, where) if {
	some compartment in input.compartments
	_is(compartment, location)
	_place(where) in _ancestors[compartment.id]
}

_elsewhere(location, where) if {
	some compartment in input.compartments
	_is(compartment, where)
	compartment.ancestors_known
	_comparable(location.ref, compartment.address)
}

_names_above(where) := ({lower(compartment.name) |
	some place in above(where)
	some compartment in input.compartments
	_places[compartment.id] == place
} | {lower(where.ref) | where.kind == "name"}) | {lower(name) | some name in entry(input.compartments, where).path}

_chain_named(where) if {
	some compartment in input.compartments
	_is(compartment, where)
	compartment.ancestors_known
	every place in above(where) {
		_has_name(place)
	}
}

_has_name(place) if tenancy(place)

_has_name(place) if {
	some compartment in input.compartments
	_places[compartment.id] == place
	_literal(compartment.name)
}

_is(compartment, where) if {
	compartment.address == where.ref
	object.get(compartment, "stack", "") == object.get(where, "stack", "")
}

_is(compartment, where) if compartment.id == where.id

# --------------------------------------------------------------- under which conditions

_condition(statement, question) := "maybe" if {
	not statement.clauses
} else := "yes" if {
	count(statement.clauses) == 0
} else := _any({_clause(clause, values, question.who) | some clause in statement.clauses}) if {
	values := object.union(question.who.values, object.get(question, "target", {}))
}

_clause(clause, values, who) := _all({_term(term, values, who) | some term in clause})

_term(term, values, who) := _compare(term, values[term.variable], values) if {
	values[term.variable]
} else := "no" if {
	_inapplicable(term.variable, who.kind)
} else := "maybe"

# A variable that does not apply to a request makes its condition false.
_inapplicable(variable, kind) if {
	kind != "group"
	regex.match(`^request\.(user|groups)\.`, variable)
}

_inapplicable(variable, kind) if {
	kind != "workload"
	variable in {"request.principal.namespace", "request.principal.service_account", "request.principal.cluster_id"}
}

_inapplicable(variable, kind) if {
	kind == "cluster"
	startswith(variable, "instance.")
}

_compare(term, actual, values) := _equal(term, actual, values) if {
	term.operator == "="
} else := _not(_equal(term, actual, values)) if {
	term.operator == "!="
} else := _any({_same(value, actual) | some value in term.values}) if {
	term.operator == "in"
	term.value_kind == "list"
} else := _not(_any({_same(value, actual) | some value in term.values})) if {
	term.operator == "not in"
	term.value_kind == "list"
} else := "yes" if {
	term.operator == "present"
} else := "no" if {
	term.operator == "absent"
} else := "maybe"

_equal(term, actual, values) := _same(term.value, actual) if {
	term.value_kind in {"string", "ocid"}
} else := _matches(term.value, actual) if {
	term.value_kind == "pattern"
} else := _refer(values[lower(term.value)], actual) if {
	term.value_kind == "variable"
} else := _refer(term, actual) if {
	term.value_kind == "hole"
} else := "maybe"

_same(value, actual) := "yes" if {
	lower(value) == lower(actual.text)
} else := "no" if {
	actual.text
} else := "yes" if {
	lower(value) == lower(actual.ref)
} else := "no" if {
	actual.kind == "ocid"
	startswith(lower(value), "ocid1")
} else := "maybe"

# Two values of which neither is a literal.
_refer(a, b) := "yes" if {
	_place(a) == _place(b)
} else := "yes" if {
	lower(a.text) == lower(b.text)
} else := "no" if {
	_comparable(a.ref, b.ref)
} else := "maybe"

# Two resources of one type, or two OCIDs, that differ.
_comparable(a, b) if {
	startswith(lower(a), "ocid1")
	startswith(lower(b), "ocid1")
}

_comparable(a, b) if {
	_type(a) == _type(b)
}

_type(ref) := found[0][1] if {
	not regex.match(`(^|\.)(var|local|data|each|count|path)\.`, ref)
	found := regex.find_all_string_submatch_n(`^(?:module\.[\w-]+(?:\[[^\]]*\])?\.)*([a-z]\w*)\.[\w-]+(?:\[[^\]]*\])?$`, ref, 1)
	found[0][1] != "module"
}

# The star stands for any text, at the ends only.
_matches(pattern, actual) := "yes" if {
	_like(lower(pattern), lower(actual.text))
} else := "no" if {
	actual.text
} else := "maybe"

_like(pattern, _) if trim(pattern, "*") == ""

_like(pattern, text) if {
	startswith(pattern, "*")
	endswith(pattern, "*")
	contains(text, trim(pattern, "*"))
}

_like(pattern, text) if {
	startswith(pattern, "*")
	endswith(text, trim_left(pattern, "*"))
}

_like(pattern, text) if {
	endswith(pattern, "*")
	startswith(text, trim_right(pattern, "*"))
}

_like(pattern, text) if pattern == text

# --------------------------------------------------------------- three values

_itself(entry) := object.union({"ref": entry.address, "kind": "resource"}, object.filter(entry, {"stack"})) if {
	entry.address
} else := {}

_all(answers) := "no" if {
	"no" in answers
} else := "maybe" if {
	"maybe" in answers
} else := "yes"

_any(answers) := "yes" if {
	"yes" in answers
} else := "maybe" if {
	"maybe" in answers
} else := "no"

_not(answer) := {"yes": "no", "no": "yes", "maybe": "maybe"}[answer]
