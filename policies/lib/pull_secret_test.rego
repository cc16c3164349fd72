package lib.pull_secret_test

import data.lib.pull_secret
import data.lib.testing

_objects(kind, fields, value) := {"commands": [], "index": {"pods": [], "objects": {kind: [testing.entry(kind, fields, value)]}}}

_command(args, text) := {"index": {"pods": [], "objects": {}}, "commands": [{
	"id": "m1", "program": "kubectl", "args": args, "text": text,
}]}

test_throw_away_cluster if {
	given := {"index": {"pods": [], "objects": {}}, "commands": [{
		"id": "m1", "program": "kubectl", "ephemeral": true, "args": ["create", "secret", "generic", "pull"], "text": "",
	}]}
	_types(given) == set()
}

test_other_programs if {
	given := {"index": {"pods": [], "objects": {}}, "commands": [{
		"id": "m1", "program": "echo", "args": ["create", "secret", "generic", "pull"], "text": "",
	}]}
	_types(given) == set()
}

_types(given) := {[source.name, source.type] | some source in pull_secret.sources with input as given}

_core := {"group": "", "name": "pull"}

test_objects[note] if {
	some note, case in {
		"type": {"kind": "Secret", "fields": _core, "value": {"type": "kubernetes.io/dockercfg"}, "types": {["pull", "kubernetes.io/dockercfg"]}},
		"no type": {"kind": "Secret", "fields": _core, "value": {}, "types": {["pull", "Opaque"]}},
		"null type": {"kind": "Secret", "fields": _core, "value": {"type": null}, "types": {["pull", "Opaque"]}},
		"unknown type": {"kind": "Secret", "fields": object.union(_core, {"unknown": {"type": "var.t"}}), "value": {}, "types": set()},
		"patch": {"kind": "Secret", "fields": object.union(_core, {"partial": true}), "value": {}, "types": set()},
		"another group": {"kind": "Secret", "fields": {"group": "x.io", "name": "pull"}, "value": {}, "types": set()},
		"sealed": {
			"kind": "SealedSecret", "fields": {"group": "bitnami.com", "name": "pull"},
			"value": {"spec": {"template": {"type": "Opaque"}}}, "types": {["pull", "Opaque"]},
		},
		"sealed without a template": {
			"kind": "SealedSecret", "fields": {"group": "bitnami.com", "name": "pull"},
			"value": {"spec": {"encryptedData": {}}}, "types": {["pull", "Opaque"]},
		},
		"external": {
			"kind": "ExternalSecret", "fields": {"group": "external-secrets.io", "name": "pull"},
			"value": {"spec": {}}, "types": {["pull", "Opaque"]},
		},
		"external with target": {
			"kind": "ExternalSecret", "fields": {"group": "external-secrets.io", "name": "pull"},
			"value": {"spec": {"target": {"name": "other", "template": {"type": "kubernetes.io/dockerconfigjson"}}}},
			"types": {["other", "kubernetes.io/dockerconfigjson"]},
		},
		"external for several namespaces": {
			"kind": "ClusterExternalSecret", "fields": {"group": "external-secrets.io", "name": "all"},
			"value": {"spec": {"externalSecretName": "pull", "externalSecretSpec": {}}}, "types": {["pull", "Opaque"]},
		},
		"external for several namespaces with target": {
			"kind": "ClusterExternalSecret", "fields": {"group": "external-secrets.io", "name": "all"},
			"value": {"spec": {"externalSecretSpec": {"target": {"name": "pull", "template": {"type": "kubernetes.io/dockerconfigjson"}}}}},
			"types": {["pull", "kubernetes.io/dockerconfigjson"]},
		},
		"external that merges": {
			"kind": "ExternalSecret", "fields": {"group": "external-secrets.io", "name": "pull"},
			"value": {"spec": {"target": {"creationPolicy": "Merge"}}}, "types": set(),
		},
		"external that makes none": {
			"kind": "ExternalSecret", "fields": {"group": "external-secrets.io", "name": "pull"},
			"value": {"spec": {"target": {"creationPolicy": "None"}}}, "types": set(),
		},
		"external that owns it": {
			"kind": "ExternalSecret", "fields": {"group": "external-secrets.io", "name": "pull"},
			"value": {"spec": {"target": {"creationPolicy": "Owner"}}}, "types": {["pull", "Opaque"]},
		},
		"external for several namespaces, of another group": {
			"kind": "ClusterExternalSecret", "fields": {"group": "example.com", "name": "pull"},
			"value": {"spec": {"externalSecretSpec": {}}}, "types": set(),
		},
		"external for several namespaces that merges": {
			"kind": "ClusterExternalSecret", "fields": {"group": "external-secrets.io", "name": "pull"},
			"value": {"spec": {"externalSecretSpec": {"target": {"creationPolicy": "Merge"}}}}, "types": set(),
		},
		"external for several namespaces that makes none": {
			"kind": "ClusterExternalSecret", "fields": {"group": "external-secrets.io", "name": "pull"},
			"value": {"spec": {"externalSecretSpec": {"target": {"creationPolicy": "None"}}}}, "types": set(),
		},
		"sealed with a type of its own": {
			"kind": "SealedSecret", "fields": {"group": "bitnami.com", "name": "pull"},
			"value": {"type": "x", "spec": {"type": "y", "template": {"type": "kubernetes.io/dockercfg"}}}, "types": {["pull", "kubernetes.io/dockercfg"]},
		},
		"sealed, with something else unknown": {
			"kind": "SealedSecret", "fields": {"group": "bitnami.com", "name": "pull", "unknown": {"type": "x", "template.type": "x"}},
			"value": {"spec": {}}, "types": {["pull", "Opaque"]},
		},
		"external of unknown template": {
			"kind": "ExternalSecret", "fields": {"group": "external-secrets.io", "name": "pull", "unknown": {"spec.target.template": "x"}},
			"value": {"spec": {"target": {}}}, "types": set(),
		},
		"generator": {
			"kind": "Kustomization", "fields": {"group": "kustomize.config.k8s.io", "name": ""},
			"value": {"secretGenerator": [{"name": "pull"}, {"name": "b", "behavior": "merge"}]}, "types": {["pull", "Opaque"]},
		},
		"empty type": {"kind": "Secret", "fields": _core, "value": {"type": ""}, "types": {["pull", "Opaque"]}},
		"something else unknown": {"kind": "Secret", "fields": object.union(_core, {"unknown": {"data": "var.d"}}), "value": {}, "types": {["pull", "Opaque"]}},
		"sealed by another group": {"kind": "SealedSecret", "fields": {"group": "x.io", "name": "pull"}, "value": {}, "types": set()},
		"external of another group": {"kind": "ExternalSecret", "fields": {"group": "kubernetes-client.io", "name": "pull"}, "value": {}, "types": set()},
		"generator of another group": {
			"kind": "Kustomization", "fields": {"group": "kustomize.toolkit.fluxcd.io", "name": ""},
			"value": {"secretGenerator": [{"name": "pull"}]}, "types": set(),
		},
		"junk": {"kind": "ExternalSecret", "fields": {"group": "external-secrets.io", "name": "pull"}, "value": {"spec": 7}, "types": {["pull", "Opaque"]}},
	}

	_types(_objects(case.kind, case.fields, case.value)) == case.types
}

test_commands[note] if {
	some note, case in {
		"plain": {"args": ["create", "secret", "generic", "pull", "--from-file=a"], "text": "", "types": {["pull", "Opaque"]}},
		"typed": {"args": ["create", "secret", "generic", "pull", "--type=kubernetes.io/dockercfg"], "text": "", "types": {["pull", "kubernetes.io/dockercfg"]}},
		"typed in two words": {"args": ["create", "secret", "generic", "pull", "--type", "x"], "text": "", "types": {["pull", "x"]}},
		"type unknown": {"args": ["create", "secret", "generic", "pull", "--type", null], "text": "… --type $T", "types": set()},
		"flags first": {"args": ["-n", "shop", "create", "secret", "generic", "--from-file", "a", "pull"], "text": "", "types": {["pull", "Opaque"]}},
		"flags with values in words of their own": {
			"args": [
				"--context", "a", "--kubeconfig", "b", "--cluster", "c", "--user", "d", "-s", "e", "--server", "f", "-o", "g", "--output", "h",
				"create", "secret", "generic", "--from-literal", "i", "--from-env-file", "j", "--field-manager", "k", "--as", "l", "--token", "m",
				"--request-timeout", "n", "--namespace", "p", "--type", "kubernetes.io/dockercfg", "pull",
			],
			"text": "", "types": {["pull", "kubernetes.io/dockercfg"]},
		},
		"each such flag first": {"args": ["--type", "x", "create", "secret", "generic", "pull"], "text": "", "types": {["pull", "x"]}},
		"dashes in the name": {"args": ["create", "secret", "generic", "my-pull-secret"], "text": "", "types": {["my-pull-secret", "Opaque"]}},
		"namespace first": {"args": ["--namespace", "shop", "create", "secret", "generic", "pull"], "text": "", "types": {["pull", "Opaque"]}},
		"unknown namespace": {"args": ["-n", null, "create", "secret", "generic", "pull"], "text": "", "types": {["pull", "Opaque"]}},
		"name unknown": {"args": ["create", "secret", "generic", null, "--from-file=a"], "text": "", "types": set()},
		"for a registry": {"args": ["create", "secret", "docker-registry", "pull"], "text": "", "types": set()},
		"another command": {"args": ["delete", "secret", "generic", "pull"], "text": "", "types": set()},
	}

	_types(_command(case.args, case.text)) == case.types
}

test_namespace_of_a_command if {
	given := _command(["create", "secret", "generic", "pull", "--namespace=shop"], "")
	{source.namespace | some source in pull_secret.sources with input as given} == {"shop"}
}

test_last_of_repeated_flags if {
	given := _command(["-n", "bank", "create", "secret", "generic", "pull", "--type=Opaque", "--namespace", "shop", "--type", "x"], "--type=Opaque --type x")
	{[source.namespace, source.type] | some source in pull_secret.sources with input as given} == {["shop", "x"]}
}

_pod(fields) := object.union({"id": "w1", "namespace": "shop", "nodes": "virtual", "service_account": "", "image_pull_secrets": []}, fields)

_account(fields) := testing.entry("ServiceAccount", object.union({"group": "", "name": "default"}, fields), {"imagePullSecrets": [{"name": "pull"}]})

_names(pods, accounts) := {[use.item, name] |
	some name, uses in pull_secret.references with input as {"index": {"pods": pods, "objects": {"ServiceAccount": accounts}}}
	some use in uses
}

test_references[note] if {
	some note, case in {
		"pod": {"pods": [_pod({"image_pull_secrets": ["", "pull"]})], "accounts": [], "names": {["w1", "pull"]}},
		"managed pod": {"pods": [_pod({"nodes": "managed", "image_pull_secrets": ["pull"]})], "accounts": [], "names": set()},
		"default account": {"pods": [_pod({})], "accounts": [_account({})], "names": {["o1", "pull"]}},
		"account of another namespace": {"pods": [_pod({})], "accounts": [_account({"namespace": "bank", "nodes": "managed"})], "names": set()},
		"named account": {"pods": [_pod({"service_account": "web"})], "accounts": [_account({"name": "web"})], "names": {["o1", "pull"]}},
		"account of managed pods": {"pods": [_pod({"nodes": "managed"})], "accounts": [_account({})], "names": set()},
		"account of another group": {"pods": [], "accounts": [_account({"group": "x.io"})], "names": set()},
		"account that no pod names, on managed nodes": {"pods": [], "accounts": [_account({"nodes": "managed"})], "names": set()},
		"named account on managed nodes": {"pods": [_pod({"service_account": "web"})], "accounts": [_account({"name": "web", "nodes": "managed"})], "names": {["o1", "pull"]}},
		"account that pods leave for another": {"pods": [_pod({"service_account": "web"})], "accounts": [_account({"nodes": "managed"})], "names": set()},
		"account without a namespace": {"pods": [_pod({})], "accounts": [_account({"namespace": "", "nodes": "managed"})], "names": {["o1", "pull"]}},
		"pod without a namespace": {"pods": [_pod({"namespace": ""})], "accounts": [_account({"nodes": "managed"})], "names": {["o1", "pull"]}},
		"account that no pod names": {"pods": [], "accounts": [_account({})], "names": {["o1", "pull"]}},
	}

	_names(case.pods, case.accounts) == case.names
}

test_programs[program] if {
	some program in ["kubectl", "k", "oc"]
	given := {"index": {"pods": [], "objects": {}}, "commands": [{"id": "m1", "program": program, "args": ["create", "secret", "generic", "pull"], "text": ""}]}
	sources := pull_secret.sources with input as given
	sources == {{"item": "m1", "path": [], "namespace": "", "name": "pull", "type": "Opaque"}}
}

test_sources_in_full[note] if {
	some note, case in {
		"secret": {"kind": "Secret", "group": "", "value": {}, "path": ["type"], "namespace": "shop"},
		"sealed": {"kind": "SealedSecret", "group": "bitnami.com", "value": {}, "path": ["spec", "template", "type"], "namespace": "shop"},
		"external": {"kind": "ExternalSecret", "group": "external-secrets.io", "value": {}, "path": ["spec", "target", "template", "type"], "namespace": "shop"},
		"for several namespaces": {
			"kind": "ClusterExternalSecret", "group": "external-secrets.io", "value": {},
			"path": ["spec", "externalSecretSpec", "target", "template", "type"], "namespace": "",
		},
		"generator": {
			"kind": "Kustomization", "group": "kustomize.config.k8s.io", "value": {"namespace": "bank", "secretGenerator": [{"name": "pull"}]},
			"path": ["secretGenerator", 0, "type"], "namespace": "shop", "more": {"moved_to": "bank"},
		},
	}
	sources := pull_secret.sources with input as _objects(case.kind, {"group": case.group, "name": "pull"}, case.value)
	common := {"item": "o1", "path": case.path, "namespace": case.namespace, "name": "pull", "type": "Opaque"}
	sources == {object.union(common, object.get(case, "more", {}))}
}

test_uses_in_full if {
	pods := [_pod({"image_pull_secrets": ["", "pull"]})]
	found := pull_secret.references with input as {"index": {"pods": pods, "objects": {"ServiceAccount": [_account({})]}}}
	found == {"pull": {
		{"item": "w1", "path": ["imagePullSecrets", 1], "namespace": "shop", "nodes": "virtual"},
		{"item": "o1", "path": ["imagePullSecrets", 0], "namespace": "shop", "nodes": "virtual"},
	}}
}
