# METADATA
# title: Self-managed node with half of the metadata of VCN-native pod networking
# description: |
#   Next to oke-native-pod-networking a node needs to be told how many pods it may have and which subnet they get their
#   addresses from. Without that, pods on it get none.
# related_resources:
#   - description: Creating self-managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcreatingselfmanagednodes.htm
#   - description: Using the OCI VCN-Native Pod Networking CNI plugin
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Concepts/contengpodnetworking_topic-OCI_CNI_plugin.htm
# custom:
#   severity: error
#   target: any
#   requirements: [SMN-27]
#   message: "{subject} asks for VCN-native pod networking but does not set {missing:plain}."
#   remediation: "Set oke-max-pods to a number and pod-subnets to the OCID of a private regional subnet, both as text; pod-nsgids may be added."
package rules["self-managed"]["incomplete-native-metadata"]

import data.lib.attribute
import data.lib.self_managed
import data.lib.violation

violations contains violation.at(pool, ["metadata", "oke-native-pod-networking"], {"missing": concat(" and ", missing)}) if {
	some pool in self_managed.pools
	self_managed.native(pool)
	pool.notation != "module"
	not attribute.unknown(pool, "metadata")
	missing := [key | some key in ["oke-max-pods", "pod-subnets"]; _missing(pool, key)]
	count(missing) > 0
}

_missing(pool, key) if {
	not attribute.unknown(pool, $"metadata.{key}")
	object.get(pool.metadata, key, "") == ""
}
