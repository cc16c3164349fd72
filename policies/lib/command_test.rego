package lib.command_test

import data.lib.command
import data.lib.testing

_logs := testing.parsed("kubectl", ["logs"], {}, ["web"])

_ids(fields) := ids if {
	calls := command.kubectl with input as testing.commands([object.union(_logs, fields)])
	ids := {call.id | some call in calls.logs}
}

test_reaches[note] if {
	some note, case in {
		"virtual": {"fields": {}, "count": 1},
		"may be virtual": {"fields": {"nodes": "mixed-unknown"}, "count": 1},
		"another name of the program": {"fields": {"program": "oc"}, "count": 1},
		"managed": {"fields": {"nodes": "managed"}, "count": 0},
		"unknown": {"fields": {"nodes": "unknown"}, "count": 0},
		"throw-away cluster": {"fields": {"ephemeral": true}, "count": 0},
		"call for help": {"fields": {"parsed": {"flags": {"help": true}}}, "count": 0},
		"word for help": {"fields": {"args": ["--help"]}, "count": 0},
		"the same, short": {"fields": {"args": ["-h"]}, "count": 0},
		"the same, without dashes": {"fields": {"args": ["help", "logs"]}, "count": 0},
		"its version": {"fields": {"args": ["version"]}, "count": 0},
		"its version as a flag": {"fields": {"args": ["--version"]}, "count": 0},
		"completion of a shell": {"fields": {"args": ["completion", "bash"]}, "count": 0},
		"a word that is like one": {"fields": {"args": ["logs", "help"]}, "count": 1},
		"a flag of oci": {"fields": {"parsed": {"flags": {"generate-full-command-json-input": true}}}, "count": 1},
		"a flag for real": {"fields": {"parsed": {"flags": {"dry-run": "false"}}}, "count": 1},
		"a flag that cannot be known": {"fields": {"parsed": {"flags": {"dry-run": null}}}, "count": 1},
		"rehearsal": {"fields": {"parsed": {"flags": {"dry-run": "client"}}}, "count": 0},
		"older rehearsal": {"fields": {"parsed": {"flags": {"dry-run": true}}}, "count": 0},
		"no rehearsal": {"fields": {"parsed": {"flags": {"dry-run": "none"}}}, "count": 1},
		"another program": {"fields": {"program": "docker"}, "count": 0},
	}

	count(_ids(case.fields)) == case.count
}

test_on[note] if {
	some note, case in {
		"alone": {"value": true, "on": true},
		"true": {"value": "true", "on": true},
		"capital": {"value": "True", "on": true},
		"one": {"value": "1", "on": true},
		"a letter": {"value": "t", "on": true},
		"zero": {"value": "0", "on": false},
		"false": {"value": "false", "on": false},
		"unknown": {"value": null, "on": false},
	}

	_is_on({"follow": case.value}) == case.on
}

test_off_when_not_given if not command.on({}, "follow")

default _is_on(_) := false

_is_on(flags) if command.on(flags, "follow")

test_oci_by_name if {
	call := testing.parsed("oci", ["ce", "cluster", "create"], {}, [])
	found := command.oci with input as testing.commands([call])
	count(found["ce cluster create"]) == 1
}

test_oci_that_only_prints[flag] if {
	some flag in ["generate-full-command-json-input", "generate-param-json-input"]
	call := testing.parsed("oci", ["ce", "cluster", "create"], {flag: true}, [])
	found := command.oci with input as testing.commands([call])
	count(found) == 0
}

test_oci_of_another_program if {
	call := testing.parsed("oci-mirror", ["ce", "cluster", "create"], {}, [])
	found := command.oci with input as testing.commands([call])
	count(found) == 0
}

test_names_pods[written] if {
	some written in ["pod/web", "pods/web", "po/web", "pod", "deploy,pods"]
	command.names_pods({"parsed": {"written": [written]}})
}

test_names_no_pods[written] if {
	some written in ["deployment/web", "podtemplate/web", "web", "poddisruptionbudget"]
	not command.names_pods({"parsed": {"written": [written]}})
}

test_names_no_pods_without_operands if not command.names_pods({"parsed": {"written": []}})

test_names_node[written] if {
	some written in ["node/a", "nodes/a", "no/a"]
	command.names_node({"parsed": {"written": [written]}})
}

test_names_node_of_the_cluster[written] if {
	some written in ["$NODE", "{}", "\"${NODE}\""]
	command.names_node({"node_address": true, "parsed": {"written": [written]}})
}

test_names_no_node_of_its_own[written] if {
	some written in ["$NODE", "{}"]
	not command.names_node({"parsed": {"written": [written]}})
}

test_names_no_node_in_part if not command.names_node({"node_address": true, "parsed": {"written": ["pod/web-$NODE"]}})

test_names_no_node_beside if not command.names_node({"node_address": true, "parsed": {"written": ["web"]}})

test_names_no_node if not command.names_node({"parsed": {"written": ["pod/node"]}})
