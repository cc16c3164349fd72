# Port numbers. A port may be a number or, in Terraform, the same number in quotes; a name is not a number.
package lib.port

# METADATA
# description: the port as a number
number(value) := value if is_number(value)

number(value) := to_number(value) if regex.match(`^[0-9]{1,5}$`, value)

# METADATA
# description: the port as a number, when it lies in the range that Kubernetes keeps for node ports
node_port(value) := port if {
	port := number(value)
	port >= 30000
	port <= 32767
}
