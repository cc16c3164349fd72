package rules.cluster["outdated-node-image_test"]

import data.lib.testing
import data.rules.cluster["outdated-node-image"] as rule

test_reported[note] if {
	some note, case in {
		"April 2022": {"pool": {"image": {"oke": true, "date": "2022-04-04"}}, "count": 1},
		"last day of May": {"pool": {"image": {"oke": true, "date": "2022-05-31"}}, "count": 1},
		"first day of June": {"pool": {"image": {"oke": true, "date": "2022-06-01"}}, "count": 0},
		"2024": {"pool": {"image": {"oke": true, "date": "2024-01-26"}}, "count": 0},
		"platform image": {"pool": {"image": {"oke": false, "date": "2022-04-04"}}, "count": 0},
		"OCID": {"pool": {"image": {"ref": {"ref": "ocid1.image.oc1..a", "kind": "ocid"}}}, "count": 0},
		"flannel": {"pool": {"cni": "FLANNEL_OVERLAY", "image": {"oke": true, "date": "2022-04-04"}}, "count": 0},
		"self-managed, of which another rule speaks": {"pool": {"mode": "self-managed", "image": {"oke": true, "date": "2022-04-04"}}, "count": 0},
	}
	pool := object.union({"mode": "managed", "cni": "OCI_VCN_IP_NATIVE"}, case.pool)
	found := rule.violations with input as {"node_pools": [testing.resource("p1", pool)]}
	count(found) == case.count
}
