package rules.cluster["autoscaled-virtual-nodes_test"]

import data.lib.testing
import data.rules.cluster["autoscaled-virtual-nodes"] as rule

_virtual := {"mode": "virtual"}

_managed := {"mode": "managed"}

_addon(fields) := object.union(testing.node_pools({}, []), {"addons": [testing.resource("a1", object.union({"addon": "ClusterAutoscaler"}, fields))]})

test_pools[note] if {
	some note, case in {
		"autoscaled": {"pool": {"mode": "virtual", "autoscale": true}, "count": 1},
		"not autoscaled": {"pool": {"mode": "virtual", "autoscale": false}, "count": 0},
		"not stated": {"pool": {"mode": "virtual"}, "count": 0},
		"managed": {"pool": {"mode": "managed", "autoscale": true}, "count": 0},
	}

	found := rule.violations with input as testing.node_pools({}, [case.pool])
	count(found) == case.count
}

test_addons[note] if {
	some note, case in {
		"a virtual pool's OCID": {"addon": {"configurations": {"nodes": "1:10:ocid1.virtualnodepool.oc1.fra.a"}}, "count": 1},
		"second in the list": {"addon": {"configurations": {"nodes": "1:3:ocid1.nodepool.oc1.fra.b, 1:10:ocid1.virtualnodepool.oc1.fra.a"}}, "count": 1},
		"a reference": {"addon": {"unknown": {"configurations.nodes": `"1:5:${oci_containerengine_virtual_node_pool.web.id}"`}}, "count": 1},
		"a managed pool": {"addon": {"configurations": {"nodes": "1:10:ocid1.nodepool.oc1.fra.a"}}, "count": 0},
		"unknown": {"addon": {"unknown": {"configurations.nodes": "var.nodes"}}, "count": 0},
		"another add-on": {"addon": {"addon": "CoreDNS", "configurations": {"nodes": "1:10:ocid1.virtualnodepool.oc1.fra.a"}}, "count": 0},
		"in groups": {"addon": {"configurations": {"nodeGroups": "ocid1.virtualnodepool.oc1.fra.a"}}, "count": 1},
		"another setting": {"addon": {"configurations": {"annotation": "not ocid1.virtualnodepool.oc1.fra.a"}}, "count": 0},
	}

	found := rule.violations with input as _addon(case.addon)
	count(found) == case.count
}
