package rules.command["cluster-deleted-before-its-instances_test"]

import data.lib.testing
import data.rules.command["cluster-deleted-before-its-instances"] as rule

_delete := testing.parsed("oci", ["ce", "cluster", "delete"], {"cluster-id": "ocid1.cluster.oc1.a.b"}, [])

_terminate(name) := testing.parsed("oci", name, {}, [])

_given(list) := object.union(testing.commands(list), {"node_pools": [testing.resource("p1", {"mode": "self-managed"})], "bootstraps": []})

test_reported[note] if {
	some note, case in {
		"last step": {"list": [_delete], "count": 1},
		"instances ended": {"list": [_terminate(["compute", "instance", "terminate"]), _delete], "count": 0},
		"pool ended afterwards": {"list": [_delete, _terminate(["compute-management", "instance-pool", "terminate"])], "count": 0},
		"cluster network ended": {"list": [_delete, _terminate(["compute-management", "cluster-network", "terminate"])], "count": 0},
		"only the configuration": {"list": [_delete, _terminate(["compute-management", "instance-configuration", "delete"])], "count": 1},
		"managed pool deleted": {"list": [_terminate(["ce", "node-pool", "delete"])], "count": 0},
		"Terraform destroys the rest": {"list": [_delete, {"program": "terraform", "args": ["destroy", "-auto-approve"]}], "count": 0},
		"Terraform plans": {"list": [_delete, {"program": "terraform", "args": ["plan"]}], "count": 1},
		"something else destroys": {"list": [_delete, {"program": "vagrant", "args": ["destroy"]}], "count": 1},
		"another script may": {"list": [_delete, {"program": "./terminate.sh"}], "count": 0},
		"ended in another script": {"list": [_delete, object.union(_terminate(["compute", "instance", "terminate"]), {"script": "s2"})], "count": 1},
		"throw-away cluster": {"list": [object.union(_delete, {"ephemeral": true})], "count": 0},
		"help": {"list": [testing.parsed("oci", ["ce", "cluster", "delete"], {"help": true}, [])], "count": 0},
		"stack destroyed": {"list": [_delete, _terminate(["resource-manager", "job", "create-destroy-job"])], "count": 0},
		"OpenTofu destroys the rest": {"list": [_delete, {"program": "tofu", "args": ["destroy"]}], "count": 0},
		"Terragrunt destroys the rest": {"list": [_delete, {"program": "terragrunt", "args": ["run-all", "destroy"]}], "count": 0},
	}
	found := rule.violations with input as _given(case.list)
	count(found) == case.count
}

test_only_with_self_managed_nodes[note] if {
	some note, case in {
		"managed": {"given": {"node_pools": [testing.resource("p1", {"mode": "managed"})]}, "count": 0},
		"nothing": {"given": {"node_pools": []}, "count": 0},
		"said": {"given": {"node_pools": [], "nodes": {"target": "self-managed", "reason": "--nodes"}}, "count": 1},
		"script of one": {"given": {"node_pools": [], "bootstraps": [testing.resource("b1", {"self_managed": true})]}, "count": 1},
		"script of a managed node": {"given": {"node_pools": [], "bootstraps": [testing.resource("b1", {"self_managed": false})]}, "count": 0},
	}
	found := rule.violations with input as object.union(_given([_delete]), case.given)
	count(found) == case.count
}
