# METADATA
# title: Database in a public subnet
# description: |
#   A database that only pods talk to needs no way in from the internet. In a public subnet nothing but its address and
#   its security rules keep strangers out. A database in a root module without a cluster may have other clients, so there
#   it is a notice.
# related_resources:
#   - description: Deploy serverless Kubernetes with OKE virtual nodes
#     ref: https://docs.oracle.com/en/solutions/deploy-app-with-oke-virtual-nodes/index.html
# custom:
#   severity: warning
#   target: any
#   requirements: [ARC-07]
#   message: "{subject} lies in the public subnet {subnet:plain}."
#   remediation: "Put the database into a private subnet: prohibit_public_ip_on_vnic = true."
package rules.network["public-database-subnet"]

import data.lib.subnet as subnets
import data.lib.violation

violations contains violation.graded(database, ["subnet"], {"subnet": subnet.address}, _severity(database, subnet)) if {
	some database in input.databases
	subnet := subnets.of(database.subnet)
	subnet.private == false
}

_severity(database, subnet) := "notice" if _elsewhere(database, subnet)

else := "warning"

# Every cluster that is known stands in another root module, and in another VCN as far as that is known.
_elsewhere(database, subnet) if {
	every cluster in input.clusters {
		cluster.stack != database.stack
		object.get(cluster, ["vcn", "id"], "") != object.get(subnet, ["vcn", "id"], "-")
	}
	count(input.clusters) > 0
}
