package rules.network["pod-traffic-without-flow-log_test"]

import data.lib.testing
import data.rules.network["pod-traffic-without-flow-log"] as rule

_r(id) := {"ref": id, "kind": "resource", "id": id}

_input(logs, vtaps) := {
	"clusters": [],
	"vcns": [testing.resource("v1", {})],
	"subnets": [testing.resource("s1", {"vcn": _r("v1")})],
	"node_pools": [testing.resource("p1", {"mode": "managed", "cni": "OCI_VCN_IP_NATIVE", "pod_subnets": [_r("s1")]})],
	"logs": [testing.resource($"l{i}", log) | some i, log in logs],
	"vtaps": [testing.resource($"t{i}", vtap) | some i, vtap in vtaps],
}

test_reported[note] if {
	some note, case in {
		"another log only": {"logs": [{"service": "loadbalancer", "resource": _r("b1")}], "vtaps": [], "count": 1},
		"no log at all": {"logs": [], "vtaps": [], "count": 0},
		"log of the subnet": {"logs": [{"service": "flowlogs", "resource": _r("s1")}], "vtaps": [], "count": 0},
		"log of the VCN": {"logs": [{"service": "flowlogs", "resource": _r("v1")}], "vtaps": [], "count": 0},
		"log of another subnet": {"logs": [{"service": "flowlogs", "resource": _r("s2")}], "vtaps": [], "count": 1},
		"log of something unknown": {"logs": [{"service": "flowlogs", "resource": {"ref": "var.r", "kind": "expression"}}], "vtaps": [], "count": 0},
		"log of an unknown service": {"logs": [{"resource": _r("s1")}], "vtaps": [], "count": 0},
		"VTAP": {"logs": [{"service": "loadbalancer", "resource": _r("b1")}], "vtaps": [{"vcn": _r("v1")}], "count": 0},
		"another log of the subnet": {"logs": [{"service": "dns", "resource": _r("s1")}], "vtaps": [], "count": 1},
		"another log of nothing that is told": {"logs": [{"service": "objectstorage"}], "vtaps": [], "count": 1},
		"flow log of nothing that is told": {"logs": [{"service": "flowlogs"}], "vtaps": [], "count": 0},
		"VTAP of another network": {"logs": [{"service": "loadbalancer", "resource": _r("b1")}], "vtaps": [{"vcn": _r("v2")}], "count": 1},
	}
	found := rule.violations with input as _input(case.logs, case.vtaps)
	count(found) == case.count
}

test_silent_where_the_network_is_made_elsewhere if {
	given := object.union(_input([{"service": "loadbalancer", "resource": _r("b1")}], []), {"vcns": []})
	count(rule.violations) == 0 with input as given
	count(rule.violations) == 0 with input as object.union(given, {"vcns": [testing.resource("v2", {})]})
}
