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
