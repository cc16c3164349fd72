package rules.workload["security-list-management-on-virtual-nodes_test"]

import data.lib.testing
import data.rules.workload["security-list-management-on-virtual-nodes"] as rule

_found(fields, spec) := found if {
	found := rule.violations with input as testing.object_of("Service", object.union({"group": ""}, fields), {"spec": object.union({"type": "LoadBalancer"}, spec)})
}

_beta := "service.beta.kubernetes.io/oci-load-balancer-security-list-management-mode"

_network := "oci-network-load-balancer.oraclecloud.com/security-list-management-mode"

_newer := "oci.oraclecloud.com/security-rule-management-mode"

test_reported[note] if {
	some note, case in {
		"all": {"annotations": {_beta: "All"}, "ids": {"VNL-01"}},
		"frontend": {"annotations": {_beta: "Frontend"}, "ids": {"VNL-01"}},
		"anything else means all": {"annotations": {_beta: "off"}, "ids": {"VNL-01"}},
		"network load balancer": {"annotations": {_network: "All"}, "ids": {"VNL-01"}},
		"newer": {"annotations": {_newer: "SL-All"}, "ids": {"VNL-02"}},
		"newer in small letters": {"annotations": {_newer: "sl-frontend"}, "ids": {"VNL-02"}},
		"newer wins": {"annotations": {_newer: "None", _beta: "All"}, "ids": set()},
		"groups": {"annotations": {_newer: "NSG"}, "ids": set()},
		"none": {"annotations": {_beta: "None"}, "ids": set()},
		"absent": {"annotations": {}, "ids": set()},
	}
	{id | some violation in _found({"annotations": case.annotations}, {}); some id in violation.requirements} == case.ids
}

test_silent_elsewhere if {
	count(_found({"nodes": "managed", "annotations": {_beta: "All"}}, {})) == 0
	count(_found({"annotations": {_beta: "All"}}, {"type": "ClusterIP"})) == 0
}
