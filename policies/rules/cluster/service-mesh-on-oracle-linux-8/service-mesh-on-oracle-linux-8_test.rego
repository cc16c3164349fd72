package rules.cluster["service-mesh-on-oracle-linux-8_test"]

import data.lib.testing
import data.rules.cluster["service-mesh-on-oracle-linux-8"] as rule

_input(image, more, limited) := object.union(
	{
		"facts": object.union(testing.facts, {"mesh_needs_oracle_linux_7": limited}),
		"index": {"pods": [], "objects": {}},
		"charts": [testing.resource("h1", {"chart": "linkerd/linkerd-control-plane", "nodes": "managed"})],
		"addons": [],
		"clusters": [],
		"node_pools": [testing.resource("p1", {"mode": "managed", "cni": "OCI_VCN_IP_NATIVE", "image": image})],
	},
	more,
)

_eight := {"os": "Oracle-Linux", "os_version": [8, 9], "oke": true}

test_reported[note] if {
	some note, case in {
		"Linkerd on 8": {"image": _eight, "more": {}, "limited": true, "count": 1},
		"Linkerd on 8, later": {"image": _eight, "more": {}, "limited": false, "count": 0},
		"Linkerd on 7": {"image": {"os": "Oracle-Linux", "os_version": [7, 9]}, "more": {}, "limited": true, "count": 0},
		"Ubuntu": {"image": {"os": "Canonical-Ubuntu", "os_version": [22, 4]}, "more": {}, "limited": true, "count": 0},
		"image unknown": {"image": {}, "more": {}, "limited": true, "count": 0},
		"Istio add-on": {"image": _eight, "more": {"addons": [testing.resource("a1", {"addon": "Istio"})]}, "limited": true, "count": 0},
		"no mesh": {"image": _eight, "more": {"charts": []}, "limited": true, "count": 0},
		"mesh on virtual nodes only": {
			"image": _eight,
			"more": {"charts": [testing.resource("h1", {"chart": "istiod", "nodes": "virtual"})]},
			"limited": true,
			"count": 0,
		},
		"one cluster": {"image": _eight, "more": {"clusters": [testing.resource("c1", {})]}, "limited": true, "count": 1},
		"two clusters, one of them with the mesh": {"image": _eight, "more": {"clusters": [testing.resource("c1", {}), testing.resource("c2", {})]}, "limited": true, "count": 0},
	}
	found := rule.violations with input as _input(case.image, case.more, case.limited)
	count(found) == case.count
}
