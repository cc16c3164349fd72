package rules.network["fixed-pod-address_test"]

import data.lib.testing
import data.rules.network["fixed-pod-address"] as rule

_input(more) := object.union(
	{
		"clusters": [],
		"subnets": [testing.resource("s1", {"cidrs": ["10.0.64.0/24"]})],
		"node_pools": [testing.resource("p1", {"mode": "managed", "cni": "OCI_VCN_IP_NATIVE", "pod_subnets": [{"ref": "s1", "kind": "resource", "id": "s1"}]})],
		"route_tables": [],
		"security_rules": [],
		"index": {"pods": [], "objects": {}},
	},
	more,
)

_endpoints(value) := _endpoints_of({}, value)

_endpoints_of(fields, value) := {"index": {"pods": [], "objects": {"Endpoints": [testing.entry("Endpoints", object.union({"group": ""}, fields), value)]}}}

_slice(fields, address) := {"index": {"pods": [], "objects": {"EndpointSlice": [testing.entry(
	"EndpointSlice",
	object.union({"group": "discovery.k8s.io"}, fields),
	{"endpoints": [{"addresses": [address]}]},
)]}}}

_pod(exported, address) := {"index": {"pods": [{"id": "w1", "exported": exported, "fixed_addresses": [{"item": "w1c0", "path": ["env", 0, "value"], "address": address}]}], "objects": {}}}

test_reported[note] if {
	some note, case in {
		"Endpoints": {"more": _endpoints({"subsets": [{"addresses": [{"ip": "10.0.64.5"}]}]}), "count": 1},
		"Endpoints elsewhere": {"more": _endpoints({"subsets": [{"addresses": [{"ip": "10.0.65.5"}]}]}), "count": 0},
		"Endpoints that are none": {"more": _endpoints({"subsets": "none"}), "count": 0},
		"Endpoints with a number": {"more": _endpoints({"subsets": [{"addresses": [{"ip": 5}]}]}), "count": 0},
		"Endpoints of another group": {"more": _endpoints_of({"group": "multicluster.example.com"}, {"subsets": [{"addresses": [{"ip": "10.0.64.5"}]}]}), "count": 0},
		"Endpoints that were exported, which the control plane wrote": {"more": _endpoints_of({"exported": true}, {"subsets": [{"addresses": [{"ip": "10.0.64.5"}]}]}), "count": 0},
		"EndpointSlice": {"more": _slice({}, "10.0.64.5"), "count": 1},
		"EndpointSlice elsewhere": {"more": _slice({}, "10.0.65.5"), "count": 0},
		"EndpointSlice of another group": {"more": _slice({"group": "multicluster.example.com"}, "10.0.64.5"), "count": 0},
		"EndpointSlice that was exported": {"more": _slice({"exported": true}, "10.0.64.5"), "count": 0},
		"pod": {"more": _pod(false, "10.0.64.5"), "count": 1},
		"pod with another address": {"more": _pod(false, "10.0.65.5"), "count": 0},
		"pod with something like an address": {"more": _pod(false, "10.0.64.500"), "count": 0},
		"exported pod": {"more": _pod(true, "10.0.64.5"), "count": 0},
		"route": {"more": {"route_tables": [testing.resource("t1", {"rules": [{"destination": "10.0.64.9/32", "unknown": {}}]})]}, "count": 1},
		"route to the subnet": {"more": {"route_tables": [testing.resource("t1", {"rules": [{"destination": "10.0.64.0/24", "unknown": {}}]})]}, "count": 0},
		"rule": {"more": {"security_rules": [testing.resource("r1", {"peer": "10.0.64.9/32"})]}, "count": 1},
		"rule for another host": {"more": {"security_rules": [testing.resource("r1", {"peer": "10.1.0.9/32"})]}, "count": 0},
		"route to another host": {"more": {"route_tables": [testing.resource("t1", {"rules": [{"destination": "10.1.0.9/32", "unknown": {}}]})]}, "count": 0},
		"rule for the subnet": {"more": {"security_rules": [testing.resource("r1", {"peer": "10.0.64.0/24"})]}, "count": 0},
	}
	found := rule.violations with input as _input(case.more)
	count(found) == case.count
}
