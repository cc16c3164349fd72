# METADATA
# title: Self-managed node without a cloud-init script
# description: |
#   A self-managed node joins its cluster from its cloud-init script. An instance that has the metadata of a node but no script starts and
#   stays outside.
# related_resources:
#   - description: Creating cloud-init scripts for self-managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcloudinitforselfmanagednodes.htm
# custom:
#   severity: error
#   target: any
#   requirements: [SMN-08]
#   message: "{subject} has the metadata of a self-managed node but no cloud-init script, so that it joins no cluster."
#   remediation: "Set user_data in the metadata to a script that runs /etc/oke/oke-install.sh with the cluster's private endpoint and certificate."
package rules.bootstrap["self-managed-node-without-cloud-init"]

import data.lib.attribute
import data.lib.violation

# Instance configurations are another rule's.
violations contains violation.at(pool, ["cloud_init"], {}) if {
	some pool in input.node_pools
	pool.mode == "self-managed"
	pool.form == "instance"
	pool.cloud_init.state == "absent"
	not attribute.unknown(pool, "metadata")
}
