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
	},
}

# METADATA
# description: input with one pod that has one volume
volume(value) := pod({"volumes": [object.union({"name": "data"}, value)]})

# METADATA
# description: input with one object of the kind; `fields` replaces parts of its identity, `value` is the object
object_of(kind, fields, value) := {
	"facts": facts,
	"workloads": {"pods": [], "containers": [], "volumes": [], "objects": {kind: [entry(kind, fields, value)]}},
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
# description: every dated fact as it was when the seeds were written
facts := {
	"virtual_nodes_max_ocpus": 64,
	"virtual_nodes_fss_claims": false,
	"mixed_clusters": false,
}

_source(value) := min({source | some source, _ in value; source != "name"}) if {
	count(object.remove(value, ["name"])) > 0
} else := "emptyDir"
