# Container lists as a pod spec states them, patches included.
package lib.container

# METADATA
# description: the elements of a container list, without those that a patch takes away and patch directives
stated(list) := [element |
	some element in list
	object.get(element, "$patch", "") != "delete"
	count(object.remove(element, ["$patch"])) > 0
] if {
	is_array(list)
}

# METADATA
# description: the names of containers, `unnamed` for those without
names(containers) := [_name(container) | some container in containers]

_name(container) := container.name if {
	is_string(container.name)
} else := "unnamed"
