# Inventory entries for tests: only what the test is about has to be said. Left out of the build.
package lib.testing

_identity := {
	"group": "apps",
	"version": "v1",
	"namespace": "shop",
	"name": "web",
	"nodes": "virtual",
	"partial": false,
	"exported": false,
	"labels": {},
	"annotations": {},
	"unknown": {},
}

# METADATA
# description: input with one Deployment's pod that has the given spec; its containers and volumes are listed as the host would
pod(spec) := pod_of({}, spec)

# METADATA
# description: the same with fields of the pod entry replaced (`nodes`, `kind`, `exported`, `pod_labels` …)
pod_of(fields, spec) := {
	"facts": facts,
	"workloads": {
		"pods": [object.union(
			object.union(_identity, {
				"id": "w1",
				"object": "o1",
				"kind": "Deployment",
				"spec": spec,
				"metadata": {},
				"pod_labels": {},
				"pod_annotations": {},
			}),
			fields,
		)],
		"containers": [entry |
			some list in ["containers", "initContainers", "ephemeralContainers"]
			some i, value in spec[list]
			entry := object.union(
				{
					"id": $"w1/{list}/{i}",
					"pod": "w1",
					"list": list,
					"name": object.get(value, "name", ""),
					"nodes": "virtual",
					"partial": false,
					"exported": false,
					"value": value,
					"requests": {},
					"limits": {},
				},
				object.filter(fields, {"nodes", "partial", "exported"}),
			)
		],
		"volumes": [entry |
			some i, value in spec.volumes
			entry := object.union(
				{
					"id": $"w1/volumes/{i}",
					"pod": "w1",
					"name": object.get(value, "name", ""),
					"nodes": "virtual",
					"partial": false,
					"exported": false,
					"source": _source(value),
					"value": value,
				},
				object.filter(fields, {"nodes", "partial", "exported"}),
			)
		],
		"objects": {},
		"custom": [],
	},
}

# METADATA
# description: input with one pod that has one container
container(value) := pod({"containers": [object.union({"name": "web"}, value)]})

# METADATA
# description: input with one container entry whose fields are replaced, for quantities (`requests`, `limits`) and images
container_entry(fields) := {
	"facts": facts,
	"workloads": {
		"pods": [],
		"containers": [object.union(
			{
				"id": "w1/containers/0",
				"pod": "w1",
				"list": "containers",
				"name": "web",
				"nodes": "virtual",
				"partial": false,
				"exported": false,
				"value": {"name": "web"},
				"requests": {},
				"limits": {},
			},
			fields,
		)],
		"volumes": [],
		"objects": {},
		"custom": [],
	},
}

# METADATA
# description: input with one pod that has one volume
volume(value) := pod({"volumes": [object.union({"name": "data"}, value)]})

# METADATA
# description: input with one object of the kind; `fields` replaces parts of its identity, `value` is the object
object_of(kind, fields, value) := {
	"facts": facts,
	"workloads": {"pods": [], "containers": [], "volumes": [], "objects": {kind: [entry(kind, fields, value)]}, "custom": []},
}

# METADATA
# description: input with one object of a custom resource, as the list by group has it
custom(kind, fields) := {
	"facts": facts,
	"workloads": {
		"pods": [],
		"containers": [],
		"volumes": [],
		"objects": {},
		"custom": [object.remove(entry(kind, fields, {}), ["value", "unknown"])],
	},
}

# METADATA
# description: one object entry
entry(kind, fields, value) := object.union(object.union(_identity, {"id": "o1", "kind": kind, "value": value}), fields)

# METADATA
# description: a resource entry (cluster, pool, subnet …) with the fields that every entry has
resource(id, fields) := object.union(
	{"id": id, "address": id, "notation": "terraform", "existence": "known", "unknown": {}},
	fields,
)

# METADATA
# description: a reference that leads to the entry with this id
at(id) := {"ref": id, "kind": "resource", "id": id}

# METADATA
# description: a reference to the one cluster of `node_pools`
cluster := {"ref": "oci_containerengine_cluster.this", "kind": "resource", "id": "c1"}

# METADATA
# description: input with one cluster, and node pools that are in it unless they name another
node_pools(cluster_fields, pools) := {
	"facts": facts,
	"clusters": [resource("c1", cluster_fields)],
	"node_pools": [resource($"p{i}", object.union(pool, {"cluster": object.get(pool, "cluster", cluster)})) | some i, pool in pools],
}

# METADATA
# description: the pod of a Deployment as the slim index has it, with fields replaced
indexed_pod(fields) := object.union(
	{
		"id": "w1",
		"object": "o1",
		"kind": "Deployment",
		"name": "web",
		"namespace": "shop",
		"nodes": "virtual",
		"partial": false,
		"replicas": 1,
		"spread": false,
		"has_resources": true,
		"images": ["registry.example/web:1"],
		"pod_labels": {},
		"unknown": {},
	},
	fields,
)

# METADATA
# description: a plain value of a Secret, as the list of secrets has it, with fields replaced
secret(fields) := object.union(
	{
		"id": "s1",
		"object": "o1",
		"path": ["stringData", "password"],
		"holder": "Secret",
		"key": "password",
		"form": "literal",
		"in_tests": false,
	},
	fields,
)

# METADATA
# description: a policy statement that allows any user everything that is asked for, with fields replaced; a field that is null is left out
statement(fields) := _without_nulls(object.union(
	resource("st1", {
		"text": "",
		"verdict": "valid",
		"effect": "allow",
		"principals": [{"kind": "any-user", "hole": false}],
		"resources": [],
		"permissions": [],
		"permissions_known": true,
		"location": {"kind": "tenancy", "hole": false},
		"clauses": [],
		"problems": [],
	}),
	fields,
))

# METADATA
# description: a dynamic group with fields replaced; a field that is null is left out
dynamic_group(fields) := _without_nulls(object.union(
	resource("dg1", {"name": "nodes", "rule": "", "verdict": "valid", "clauses": [], "problems": []}),
	fields,
))

# METADATA
# description: a condition that a variable has a value
term(variable, value) := {"variable": variable, "operator": "=", "value": value, "value_kind": "string"}

_without_nulls(entry) := {name: value | some name, value in entry; value != null}

# METADATA
# description: every dated fact as it was when the seeds were written
facts := {
	"secondary_vnic_profiles": false,
	"mesh_needs_oracle_linux_7": true,
	"network_addon_on_delete": false,
	"separate_load_balancer_subnets": false,
	"security_attributes_known": false,
	"virtual_nodes_max_ocpus": 64,
	"ubuntu_nodes": false,
	"oracle_linux_7_on_arm": false,
	"karpenter_provider": false,
	"kubernetes_1_35_needs_cgroup_2": false,
	"virtual_nodes_fss_claims": false,
	"mixed_clusters": false,
	"dual_stack_clusters": false,
	"basic_clusters_by_default": true,
	"virtual_node_cycling": false,
	"withdrawn_image_builds": [],
	"ubuntu_package_links_ended": false,
}

_source(value) := min({source | some source, _ in value; source != "name"}) if {
	count(object.remove(value, ["name"])) > 0
} else := "emptyDir"

# METADATA
# description: input with the given commands, each `{program, args, parsed …}` for virtual nodes unless it says otherwise
commands(list) := {
	"facts": facts,
	"commands": [object.union(
		{
			"id": $"m{i}",
			"address": command.program,
			"args": [],
			"script": "s1",
			"nodes": "virtual",
			"ephemeral": false,
			"unknown": {},
		},
		command,
	) |
		some i, command in list
	],
	"scripts": [],
	"bastions": [],
	"databases": [],
	"node_pools": [],
}

# METADATA
# description: a command with parsed arguments; `name` is the verb and what follows it, `written` the operands
parsed(program, name, flags, written) := {
	"program": program,
	"address": concat(" ", array.concat([program], name)),
	"args": [],
	"parsed": {
		"verb": name[0],
		"subcommand": array.slice(name, 1, count(name)),
		"flags": flags,
		"positionals": written,
		"written": written,
		"complete": true,
	},
}
