# Three-valued questions about attributes: known, unknown, absent.
package lib.attribute

# METADATA
# description: true when the attribute is provably not set; false when it is set or cannot be known
absent(entry, name) if {
	not _has(entry, name)
	not _has(entry.unknown, name)
	not object.get(entry, "partial", false)
}

# METADATA
# description: true when the attribute is written but cannot be resolved
unknown(entry, name) if _has(entry.unknown, name)

_has(value, name) if _ = value[name]
