package rules.command["shell-on-node_test"]

import data.lib.testing
import data.rules.command["shell-on-node"] as rule

test_reported[note] if {
	some note, case in {
		"bastion session": {"call": testing.parsed("oci", ["bastion", "session", "create-managed-ssh"], {}, []), "severities": {"own"}},
		"other session": {"call": testing.parsed("oci", ["bastion", "session", "create-port-forwarding"], {}, []), "severities": set()},
		"debug pod on a node": {"call": testing.parsed("kubectl", ["debug"], {"image": "busybox"}, ["node/$NODE"]), "severities": {"own"}},
		"debug a pod": {"call": testing.parsed("kubectl", ["debug"], {"image": "busybox"}, ["web"]), "severities": set()},
		"ssh to a node": {"call": {"program": "ssh", "args": [null], "node_address": true}, "severities": {"own"}},
		"scp to a node": {"call": {"program": "scp", "args": ["a", null], "node_address": true}, "severities": {"own"}},
		"ssh to another host": {"call": {"program": "ssh", "args": ["build.example"]}, "severities": set()},
		"sftp to a node": {"call": {"program": "sftp", "args": [null], "node_address": true}, "severities": {"own"}},
		"rsync to another host": {"call": {"program": "rsync", "args": ["a", "build.example:/b"]}, "severities": set()},
		"debug pod on a node of the cluster's": {
			"call": object.union(testing.parsed("kubectl", ["debug"], {"image": "busybox"}, ["$NODE"]), {"node_address": true}),
			"severities": {"own"},
		},
		"debug a pod about a node": {
			"call": object.union(testing.parsed("kubectl", ["debug"], {"image": "busybox"}, ["web"]), {"node_address": true}),
			"severities": set(),
		},
		"plugin": {"call": testing.parsed("kubectl", ["node-shell"], {}, ["n1"]), "severities": {"own"}},
		"another plugin": {"call": testing.parsed("kubectl", ["node-summary"], {}, ["n1"]), "severities": set()},
		"bastion session by its details": {
			"call": object.union(testing.parsed("oci", ["bastion", "session", "create"], {}, []), {"text": `--target-resource-details '{"sessionType": "MANAGED_SSH"}'`}),
			"severities": {"own"},
		},
		"other session by its details": {
			"call": object.union(testing.parsed("oci", ["bastion", "session", "create"], {}, []), {"text": `'{"sessionType": "PORT_FORWARDING"}'`}),
			"severities": set(),
		},
		"curl to a node": {"call": {"program": "curl", "args": [null], "node_address": true}, "severities": set()},
		"rsync to a node": {"call": {"program": "rsync", "args": ["a", null], "node_address": true}, "severities": {"own"}},
	}

	found := rule.violations with input as testing.commands([case.call])
	{_severity(violation) | some violation in found} == case.severities
}

_severity(violation) := object.get(violation, "severity", "own")

test_at_the_command if {
	found := rule.violations with input as testing.commands([testing.parsed("oci", ["bastion", "session", "create-managed-ssh"], {}, [])])
	{[violation.item, violation.path] | some violation in found} == {["m0", []]}
}

test_silent[note] if {
	some note, fields in {
		"managed nodes": {"nodes": "managed"},
		"nothing known of the nodes": {"nodes": "unknown"},
		"throw-away cluster": {"ephemeral": true},
	}

	given := testing.commands([object.union(testing.parsed("oci", ["bastion", "session", "create-managed-ssh"], {}, []), fields)])
	count(rule.violations) == 0 with input as given
}

_bastion(subnet) := object.union(testing.commands([]), {
	"bastions": [{"id": "b1", "address": "oci_bastion_bastion.this", "subnet": {"ref": subnet, "kind": "resource"}}],
	"node_pools": [
		{"id": "p1", "mode": "virtual", "pod_subnets": [{"ref": "pods", "kind": "resource"}, {"ref": "shared", "kind": "resource"}]},
		{"id": "p2", "mode": "managed", "subnets": [{"ref": "shared", "kind": "resource"}]},
	],
	"databases": [],
})

test_bastion_of_another_root if {
	given := object.union(testing.commands([]), {
		"bastions": [{"id": "b1", "address": "b", "subnet": {"ref": "var.subnet", "kind": "expression", "stack": "a"}}],
		"node_pools": [{"id": "p1", "mode": "virtual", "pod_subnets": [{"ref": "var.subnet", "kind": "expression", "stack": "b"}]}],
	})
	count(rule.violations) == 0 with input as given
}

test_bastion[subnet] if {
	some subnet, count_expected in {"pods": 1, "shared": 0, "other": 0}
	found := rule.violations with input as _bastion(subnet)
	count(found) == count_expected
}

test_plugins[verb] if {
	some verb in {"node-shell", "node_shell", "ssh-jump", "ssh"}
	count(rule.violations) == 1 with input as testing.commands([testing.parsed("kubectl", [verb], {}, ["n1"])])
}

test_names_of_the_session[name] if {
	some name, expected in {
		"create-managed-ssh": 1,
		"create-session-create-managed-ssh-session-target-resource-details": 1,
		"create-session-create-port-forwarding-session-target-resource-details": 0,
	}
	count(rule.violations) == expected with input as testing.commands([testing.parsed("oci", ["bastion", "session", name], {}, [])])
}

_pods := {"ref": "pods", "kind": "resource"}

test_machines_in_the_subnet[note] if {
	some note, case in {
		"nodes of the virtual pool, which are none": {"more": {"node_pools": [{"id": "p1", "mode": "virtual", "pod_subnets": [_pods], "subnets": [_pods]}]}, "count": 1},
		"pods of managed nodes alone": {"more": {"node_pools": [{"id": "p1", "mode": "managed", "pod_subnets": [_pods]}]}, "count": 0},
		"a database": {"more": {"databases": [{"id": "d1", "subnet": _pods}]}, "count": 0},
		"a database elsewhere": {"more": {"databases": [{"id": "d1", "subnet": {"ref": "db", "kind": "resource"}}]}, "count": 1},
	}
	count(rule.violations) == case.count with input as object.union(_bastion("pods"), case.more)
}
