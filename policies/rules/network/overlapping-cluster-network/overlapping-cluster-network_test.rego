package rules.network["overlapping-cluster-network_test"]

import data.lib.testing
import data.rules.network["overlapping-cluster-network"] as rule

_input(cluster, cidrs) := {
	"clusters": [testing.resource("c1", object.union({"vcn": {"ref": "v1", "kind": "resource", "id": "v1"}}, cluster))],
	"vcns": [testing.resource("v1", {"cidrs": cidrs}), testing.resource("v2", {"cidrs": ["10.96.0.0/16"]})],
}

test_reported[note] if {
	some note, case in {
		"flannel pods": {"cluster": {"cni": "FLANNEL_OVERLAY", "pods_cidr": "10.0.0.0/17"}, "cidrs": ["10.0.0.0/16"], "paths": {["pods_cidr"]}},
		"native pods": {"cluster": {"cni": "OCI_VCN_IP_NATIVE", "pods_cidr": "10.0.0.0/17"}, "cidrs": ["10.0.0.0/16"], "paths": set()},
		"Services": {"cluster": {"cni": "OCI_VCN_IP_NATIVE", "services_cidr": "10.0.0.0/17"}, "cidrs": ["10.0.0.0/16"], "paths": {["services_cidr"]}},
		"the default for pods": {"cluster": {}, "cidrs": ["10.244.0.0/16"], "paths": {["pods_cidr"]}},
		"the default for Services": {"cluster": {}, "cidrs": ["10.96.0.0/16"], "paths": {["services_cidr"]}},
		"the defaults beside the usual VCN": {"cluster": {}, "cidrs": ["10.0.0.0/16"], "paths": set()},
		"unknown": {"cluster": {"unknown": {"services_cidr": "var.s"}}, "cidrs": ["10.96.0.0/16"], "paths": set()},
		"network unknown": {"cluster": {"unknown": {"cni": "var.s"}}, "cidrs": ["10.244.0.0/16"], "paths": set()},
	}
	found := rule.violations with input as _input(case.cluster, case.cidrs)
	{violation.path | some violation in found} == case.paths
}
