# Switches as people write them: Terraform's provider reads the quoted words as well, and the API refuses them, so neither is "off".
package lib.boolean

# METADATA
# description: the switch is on
on(value) if value in {true, "true"}

# METADATA
# description: the switch is written out as off
off(value) if value in {false, "false"}
