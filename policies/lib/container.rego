# Container lists as a pod spec states them, patches included, and the containers of a pod among others.
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
# description: of those of its pod in the list, the container stands before all others
first_of_pod(container, list) if {
	same := [other.id | some other in list; other.pod == container.pod]
	container.id == same[0]
}
