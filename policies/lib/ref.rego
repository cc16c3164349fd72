# References between things. Equal refs of one root module are the same thing, and so are equal OCIDs anywhere; two OCIDs, or two
# resources, that differ are different things; any other pair cannot be told apart, and both questions answer no.
package lib.ref

same(a, b) if {
	not _both_identified(a, b)
	a.ref == b.ref
	_stack(a) == _stack(b)
}

same(a, b) if a.id == b.id

# The same address stands for other things in another root module or with other variables: ids tell them apart.
_both_identified(a, b) if {
	a.id
	b.id
}

# METADATA
# description: what equal references have in common and others have not, for sorting things by what they refer to
key(reference) := object.get(reference, "id", [_stack(reference), reference.ref])

# METADATA
# description: what one of two references to the same thing has in common with the other, for looking things up by what they refer to
keys(reference) := {key | key := reference.id} | {key | key := [_stack(reference), reference.ref]}

# METADATA
# description: the entry as others refer to it
to(entry) := object.union({"ref": entry.address, "kind": "resource", "id": entry.id}, object.filter(entry, {"stack"}))

# METADATA
# description: |
#   what a reference stands for, as a text: the same words mean other things in another root module, but for what is written out
place(reference) := $"{reference.stack}: {reference.ref}" if {
	reference.stack
	not startswith(lower(reference.ref), "ocid1")
} else := reference.ref

different(a, b) if {
	not same(a, b)
	a.kind == b.kind
	a.kind in {"ocid", "resource"}
}

_stack(reference) := object.get(reference, "stack", "")
