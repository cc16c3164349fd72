# METADATA
# title: Cloud-init of a node pool that leaves out OKE's own
# description: |
#   A cloud-init script that a node pool is given takes the place of the one that OKE would run. Unless it fetches and runs
#   oke_init_script itself, the instances start, and never become nodes of the cluster.
# related_resources:
#   - description: Using custom cloud-init initialization scripts to set up managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengusingcustomcloudinitscripts.htm
# custom:
#   severity: error
#   target: any
#   requirements: []
#   message: "The cloud-init script of {subject} does not run OKE's own, so that its nodes do not join the cluster."
#   remediation: "Fetch oke_init_script from the instance's metadata, decode it to /var/run/oke-init.sh and run that, before or after your own commands; on Ubuntu run oke bootstrap."
package rules.bootstrap["managed-pool-without-oke-init"]

import data.lib.violation

violations contains violation.at(pool, ["cloud_init"], {}) if {
	some pool in input.node_pools
	pool.mode == "managed"
	not pool.unknown.cloud_init
	some script in input.bootstraps
	script.id == pool.cloud_init.bootstrap
	script.text_known
	script.self_contained
	not script.runs_oke_init
	not script.fetches_oke_init
}
