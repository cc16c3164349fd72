# Inventory entries of OCNE files and calls for tests: only what the test is about has to be said. Left out of the build.
package lib.ocne_testing

_file := {
	"address": "byo.yaml",
	"notation": "file",
	"existence": "known",
	"unknown": {},
	"file": "byo.yaml",
	"value": {},
	"partial": false,
	"unknown_keys": [],
	"networks": [],
	"versions": [],
	"references": [],
	"secrets": [],
	"urls": [],
}

_call := {
	"address": "ocne",
	"notation": "command",
	"existence": "known",
	"unknown": {},
	"file": "cluster.sh",
	"script": "cluster.sh 0",
	"index": 0,
	"verb": "",
	"flags": {},
	"complete": true,
	"output": "terminal",
	"prepares": [],
	"urls": [],
}

# METADATA
# description: a byo configuration that nothing is wrong with
sound := {
	"provider": "byo",
	"name": "edge",
	"virtualIp": "192.168.50.10",
	"providers": {"byo": {"networkInterface": "enp1s0"}},
}

# METADATA
# description: input with cluster configurations, each by fields of its entry
clusters(files) := everything(files, [], [])

# METADATA
# description: input with one cluster configuration of that content
cluster(value) := clusters([{"value": value}])

# METADATA
# description: input with one cluster configuration and one defaults file
with_defaults(value, defaults) := everything([{"value": value}, {"id": "defaults", "kind": "defaults", "value": defaults}], [], [])

# METADATA
# description: input with files of one kind
files(kind, entries) := everything([object.union(entry, {"kind": kind}) | some entry in entries], [], [])

# METADATA
# description: input with calls, and the configurations that they may name by the ids `f0`, `f1` …
calls(entries, configurations) := everything(configurations, entries, [])

# METADATA
# description: input with files, calls and the paths that the repository holds or not
everything(entries, commands, paths) := {
	"ocne": [object.union(object.union(_file, {"id": $"f{i}", "kind": "cluster"}), entry) | some i, entry in entries],
	"ocne_commands": [object.union(object.union(_call, {"id": $"c{i}", "index": i}), entry) | some i, entry in commands],
	"files": {path: there | some path, there in paths},
}
