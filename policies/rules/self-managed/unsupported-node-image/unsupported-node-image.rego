# METADATA
# title: Self-managed node on an unsupported image
# description: |
#   Self-managed nodes start from OKE images of Oracle Linux 7 or 8: these hold the kubelet and the script that joins the
#   cluster. Nodes from platform images and from other systems never join.
# related_resources:
#   - description: Prerequisites for self-managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengprereqsforselfmanagednodes.htm
#   - description: Working with self-managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengworkingwithselfmanagednodes.htm
# custom:
#   severity: error
#   target: any
#   requirements: [SMN-15]
#   message: "{subject} starts from {image:plain}, but self-managed nodes need an OKE image of Oracle Linux 7 or 8."
#   remediation: "Choose an OKE image, whose name has -OKE- and the Kubernetes version in it; oci ce node-pool-options get lists them. In the oke module leave image_type at oke."
package rules["self-managed"]["unsupported-node-image"]

import data.lib.image as image_of
import data.lib.self_managed
import data.lib.violation

violations contains violation.at(pool, _place(pool), {"image": _name(pool.image)}) if {
	some pool in self_managed.pools
	_unsupported(pool.image)
}

_place(pool) := ["image"] if {
	pool.image.type == "platform"
} else := image_of.place(pool)

# What the oke module calls platform images are not OKE images.
_unsupported(image) if image.type == "platform"

_unsupported(image) if {
	image.os
	not image_of.oracle_linux(image)
	not image_of.ubuntu(image)
}

_unsupported(image) if {
	image_of.ubuntu(image)
	not input.facts.ubuntu_nodes
}

_unsupported(image) if {
	image_of.oracle_linux(image)
	not image_of.major(image) in {7, 8}
}

# A name without OKE in it. What only filters say may be an OKE image all the same.
_unsupported(image) if {
	image_of.oracle_linux(image)
	image.oke == false
	image.name
}

_name(image) := image.name if {
	image.name
} else := "a platform image" if {
	image.type == "platform"
} else := concat(" ", array.concat([image.os], [format_int(major, 10) | major := image_of.major(image)]))
