# Where a statement holds: compartments by reference, by path and by what stands above them. Three answers.
package lib.scope

import data.lib.condition
import data.lib.ref
import data.lib.referred

# METADATA
# description: the places at and above a compartment, as far as they are known
above(where) := {ref.place(where)} | {place |
	some compartment in input.compartments
	referred.is(compartment, where)
	some place in _ancestors[compartment.id]
}

_places[compartment.id] := ref.place(_meant_in(compartment, compartment.address)) if some compartment in input.compartments

_ancestors[compartment.id] := {ref.place(_meant_in(compartment, text)) | some text in compartment.ancestors} if some compartment in input.compartments

_meant_in(compartment, text) := object.union(object.filter(compartment, {"stack"}), {"ref": text})

# METADATA
# description: a compartment reference that is the tenancy itself
tenancy(text) if {
	regex.match(`(?i)^ocid1\.tenancy\.|(^|[._])(tenancy|tenant|root_compartment)(_?(oc)?id)?$|^tenancy-root$|(^|\.)data\.oci_identity_tenancy\.[^.]+(\.id)?$`, text)
	not regex.match(`^(module\.[^.]+\.)*oci_identity_compartment\.`, text)
}

# METADATA
# description: a statement that holds in the whole tenancy, by that word or by its OCID
everywhere(statement) if statement.location.kind == "tenancy"

everywhere(statement) if {
	statement.location.kind == "compartment"
	tenancy(statement.location.ref)
}

# METADATA
# description: whether the location of a statement takes in a compartment
covers(statement, where) := "yes" if {
	statement.location.kind == "tenancy"
} else := "no" if {
	statement.location.kind in {"any-tenancy", "named-tenancy"}
} else := "maybe" if {
	statement.location.kind == "unknown"
} else := "yes" if {
	ref.place(statement.location) in above(where)
} else := "yes" if {
	tenancy(statement.location.ref)
} else := "no" if {
	_elsewhere(statement.location, where)
} else := _leads(statement, where) if {
	not statement.location.hole
	_seen_from(statement)
	referred.entry(input.compartments, where).ancestors_known
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
	place := [lower(name) | some name in referred.entry(input.compartments, where).path]
	names := [lower(name) | some name in path]
	array.slice(place, 0, count(names)) == names
} else := "no"

_seen_from(statement) := [statement.location.path] if {
	tenancy(statement.attachment.ref)
} else := array.concat(
	[array.concat(place.path, path)],
	[array.concat(place.path, array.slice(path, 1, count(path))) | lower(place.name) == lower(path[0])],
) if {
	path := statement.location.path
	place := referred.entry(input.compartments, statement.attachment)
	place.ancestors_known
}

# Below the place that is asked for, or beside a line of compartments that is known up to its root.
_elsewhere(location, where) if {
	some compartment in input.compartments
	referred.is(compartment, location)
	ref.place(where) in _ancestors[compartment.id]
}

_elsewhere(location, where) if {
	some compartment in input.compartments
	referred.is(compartment, where)
	compartment.ancestors_known
	condition.comparable(location.ref, compartment.address)
}

_names_above(where) := ({lower(compartment.name) |
	some place in above(where)
	some compartment in input.compartments
	_places[compartment.id] == place
} | {lower(where.ref) | where.kind == "name"}) | {lower(name) | some name in referred.entry(input.compartments, where).path}

_chain_named(where) if {
	some compartment in input.compartments
	referred.is(compartment, where)
	compartment.ancestors_known
	every place in above(where) {
		_has_name(place)
	}
}

_has_name(place) if tenancy(place)

_has_name(place) if {
	some compartment in input.compartments
	_places[compartment.id] == place
	condition.literal(compartment.name)
}
