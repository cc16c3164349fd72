# References between things. Equal refs are the same thing; two OCIDs, or two resources, that differ are different things;
# any other pair cannot be told apart, and both questions answer no.
package lib.ref

same(a, b) if {
	not _both_identified(a, b)
	a.ref == b.ref
}

same(a, b) if a.id == b.id

# The same address stands for other things in another root module or with other variables: ids tell them apart.
_both_identified(a, b) if {
	a.id
	b.id
}

different(a, b) if {
	not same(a, b)
	a.kind == b.kind
	a.kind in {"ocid", "resource"}
}
