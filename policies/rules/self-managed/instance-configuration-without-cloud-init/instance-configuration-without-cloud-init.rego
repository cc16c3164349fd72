# METADATA
# title: Instance configuration without cloud-init
# description: |
#   Instances of a pool get their cloud-init script from the instance configuration that the pool uses. Without the script
#   they come up as plain instances and join no cluster.
# related_resources:
#   - description: Working with self-managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengworkingwithselfmanagednodes.htm
#   - description: Cloud-init scripts for self-managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcloudinitforselfmanagednodes.htm
#   - description: Instance configurations
#     ref: https://docs.oracle.com/en-us/iaas/Content/Compute/Tasks/creatinginstanceconfig.htm
# custom:
#   severity: error
#   target: any
#   requirements: [SMN-23]
#   message: "{subject} makes nodes without a cloud-init script, so that they join no cluster."
#   remediation: "Set user_data in the metadata of the launch details of the instance configuration; in the oke module leave disable_default_cloud_init off."
package rules["self-managed"]["instance-configuration-without-cloud-init"]

import data.lib.attribute
import data.lib.self_managed
import data.lib.violation

# Single instances are another rule's.
violations contains violation.at(pool, ["cloud_init"], {}) if {
	some pool in self_managed.pools
	pool.form != "instance"
	pool.cloud_init.state == "absent"
	not attribute.unknown(pool, "metadata")
}
