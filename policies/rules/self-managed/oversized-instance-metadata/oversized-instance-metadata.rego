# METADATA
# title: Instance metadata beyond 32,000 bytes
# description: |
#   The metadata of an instance, its cloud-init script in base64 included, may hold 32,000 bytes. Compute refuses to launch
#   instances with more.
# related_resources:
#   - description: Terraform provider, instance
#     ref: https://registry.terraform.io/providers/oracle/oci/latest/docs/resources/core_instance
#   - description: Cloud-init scripts for self-managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcloudinitforselfmanagednodes.htm
# custom:
#   severity: warning
#   target: any
#   requirements: [SMN-14]
#   message: "{subject} has at least {bytes:plain} bytes of metadata; an instance may have 32,000."
#   remediation: "Keep a small script in user_data that fetches the rest."
package rules["self-managed"]["oversized-instance-metadata"]

import data.lib.self_managed
import data.lib.violation

_limit := 32000

violations contains violation.at(pool, ["cloud_init"], {"bytes": bytes}) if {
	some pool in self_managed.pools
	metadata := sum([length | some key, value in pool.metadata; length := count(key) + count(value)])
	bytes := pool.cloud_init.bytes + metadata
	bytes > _limit
}
