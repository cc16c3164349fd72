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

# Argo describes a pod of one container without a list.
_main := {"containers", "container", "script"}

# METADATA
# description: one that runs as long as the pod does, beside whatever helps it
main(container) if container.list in _main
