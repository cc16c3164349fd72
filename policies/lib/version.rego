# Versions as arrays of numbers: `[1, 27, 10]`. Missing parts count as zero below, and are unknown above: `1.27` is not
# provably below 1.27.10.
package lib.version

# METADATA
# description: provably below the floor, an array of three numbers
below(version, floor) if version < array.slice(floor, 0, count(version))

# METADATA
# description: provably at or above the floor
at_least(version, floor) if {
	count(version) == 3
	version >= floor
}

at_least(version, floor) if version > array.slice(floor, 0, count(version))

# METADATA
# description: 'v1.27.10'
text(version) := concat("", ["v", concat(".", [format_int(part, 10) | some part in version])])
