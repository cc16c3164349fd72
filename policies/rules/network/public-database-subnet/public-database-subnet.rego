# METADATA
# title: Database in a public subnet
# description: |
#   A database that only pods talk to needs no way in from the internet. In a public subnet nothing but its address and
#   its security rules keep strangers out.
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

violations contains violation.at(database, ["subnet"], {"subnet": subnet.address}) if {
	some database in input.databases
	subnet := subnets.of(database.subnet)
	subnet.private == false
}
