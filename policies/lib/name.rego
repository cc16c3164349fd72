# Names of list elements (containers, volumes, mounts, variables) for messages.
package lib.name

# METADATA
# description: the element's name, `unnamed` where it has none that is text
of(element) := element.name if {
	is_string(element.name)
} else := "unnamed"
