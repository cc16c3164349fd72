# Images of nodes, as far as their names, filters or types say what they are.
package lib.image

# METADATA
# description: it is plainly Oracle Linux, of whatever version
oracle_linux(image) if _plain(image.os) == "oracle linux"

# METADATA
# description: it is Ubuntu, in any spelling
ubuntu(image) if contains(_plain(image.os), "ubuntu")

# METADATA
# description: the first number of the system's version
major(image) := image.os_version[0]

# METADATA
# description: where the version of the system is said
place(pool) := ["image", "os_version"] if pool.notation == "module"

place(pool) := ["image"] if pool.notation != "module"

_plain(os) := trim_space(replace(lower(os), "-", " "))
