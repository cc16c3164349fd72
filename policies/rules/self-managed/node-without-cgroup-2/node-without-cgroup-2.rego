# METADATA
# title: Kubernetes 1.35 on a node without cgroup v2
# description: |
#   From version 1.35 on the kubelet needs cgroup v2. Oracle Linux 7 does not have it. On Oracle Linux 8, OKE images turn it
#   on from build 1367 on, and older ones and platform images only with a kernel argument.
# related_resources:
#   - description: Supported Kubernetes versions
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Concepts/contengaboutk8sversions.htm
#   - description: Prerequisites for self-managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengprereqsforselfmanagednodes.htm
# custom:
#   severity: error
#   target: any
#   requirements: [SMN-35]
#   since: "2026-04-28"
#   message: "{subject} is to run Kubernetes {version:plain} on {image:plain}, which has no cgroup v2."
#   remediation: "Choose an OKE image of Oracle Linux 8 of build 1367 or later; or set the kernel argument systemd.unified_cgroup_hierarchy=1 in cloud-init, and reboot."
package rules["self-managed"]["node-without-cgroup-2"]

import data.lib.image as image_of
import data.lib.self_managed
import data.lib.version
import data.lib.violation

violations contains violation.at(pool, _place(pool), facts) if {
	input.facts.kubernetes_1_35_needs_cgroup_2
	some pool in input.node_pools
	pool.mode != "virtual"
	running := self_managed.kubernetes(pool).version
	version.at_least(running, [1, 35, 0])
	facts := {"version": version.text(running), "image": _without(pool)}
}

_place(pool) := image_of.place(pool) if {
	image_of.major(pool.image) == 7
} else := ["image"]

_first_build := 1367

_without(pool) := "Oracle Linux 7" if {
	image_of.oracle_linux(pool.image)
	image_of.major(pool.image) == 7
} else := $"build {pool.image.build} of its OKE image" if {
	image_of.oracle_linux(pool.image)
	pool.image.build < _first_build
	_not_asked_for(pool)
} else := "a platform image" if {
	_platform(pool.image)
	_not_asked_for(pool)
}

_platform(image) if image.type == "platform"

_platform(image) if {
	image_of.oracle_linux(image)
	image_of.major(image) == 8
	image.name
	image.oke == false
}

# A kernel argument may stand in cloud-init.
_not_asked_for(pool) if pool.cloud_init.state == "absent"

_not_asked_for(pool) if pool.cloud_init.cgroup_2 == false
