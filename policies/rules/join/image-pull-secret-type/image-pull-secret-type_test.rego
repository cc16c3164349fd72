package rules.join["image-pull-secret-type_test"]

import data.lib.testing
import data.rules.join["image-pull-secret-type"] as rule

_pod(fields) := object.union({"id": "w1", "namespace": "shop", "nodes": "virtual", "service_account": "", "image_pull_secrets": ["pull"], "secrets": []}, fields)

_secret(id, fields, value) := testing.entry("Secret", object.union({"id": id, "group": "", "name": "pull"}, fields), value)

_given(pods, secrets) := {"commands": [], "index": {"pods": pods, "objects": {"Secret": secrets}}}

_right := {"type": "kubernetes.io/dockerconfigjson"}

_opaque := {"type": "Opaque"}

test_reported[note] if {
	some note, case in {
		"opaque": {"pods": [_pod({})], "secrets": [_secret("o1", {}, _opaque)], "severities": {"error"}},
		"no type": {"pods": [_pod({})], "secrets": [_secret("o1", {}, {})], "severities": {"error"}},
		"another type": {"pods": [_pod({})], "secrets": [_secret("o1", {}, {"type": "kubernetes.io/tls"})], "severities": {"error"}},
		"docker configuration": {"pods": [_pod({})], "secrets": [_secret("o1", {}, _right)], "severities": set()},
		"older docker configuration": {"pods": [_pod({})], "secrets": [_secret("o1", {}, {"type": "kubernetes.io/dockercfg"})], "severities": set()},
		"not in the repository": {"pods": [_pod({})], "secrets": [], "severities": set()},
		"another name": {"pods": [_pod({})], "secrets": [_secret("o1", {"name": "db"}, _opaque)], "severities": set()},
		"another namespace": {"pods": [_pod({})], "secrets": [_secret("o1", {"namespace": "bank"}, _opaque)], "severities": set()},
		"namespace of the secret left out": {"pods": [_pod({})], "secrets": [_secret("o1", {"namespace": ""}, _opaque)], "severities": {"warning"}},
		"both namespaces left out": {"pods": [_pod({"namespace": ""})], "secrets": [_secret("o1", {"namespace": ""}, _opaque)], "severities": {"error"}},
		"the right one has the namespace": {
			"pods": [_pod({})],
			"secrets": [_secret("o1", {"namespace": ""}, _opaque), _secret("o2", {}, _right)],
			"severities": set(),
		},
		"may land on a virtual node": {"pods": [_pod({"nodes": "mixed-unknown"})], "secrets": [_secret("o1", {}, _opaque)], "severities": {"warning"}},
		"managed nodes": {"pods": [_pod({"nodes": "managed"})], "secrets": [_secret("o1", {}, _opaque)], "severities": set()},
	}

	found := rule.violations with input as _given(case.pods, case.secrets)
	{violation.severity | some violation in found} == case.severities
}

test_on_the_secret_with_its_users if {
	pods := [
		_pod({}),
		_pod({"id": "w2", "image_pull_secrets": [], "secrets": ["pull"]}),
		_pod({"id": "w3", "namespace": "bank", "image_pull_secrets": [], "secrets": ["pull"]}),
	]
	found := rule.violations with input as _given(pods, [_secret("o1", {}, _opaque)])
	found == {{
		"item": "o1",
		"path": ["type"],
		"severity": "error",
		"facts": {"secret": "pull", "type": "Opaque"},
		"related": [
			{"item": "w1", "path": ["imagePullSecrets", 0], "note": "pulls images with it"},
			{"item": "w2", "path": [], "note": "uses it for something else"},
		],
	}}
}

test_command if {
	given := object.union(_given([_pod({})], []), {"commands": [{
		"id": "m1",
		"program": "kubectl",
		"args": ["create", "secret", "generic", "pull", "-n", "shop", "--from-file=.dockerconfigjson=config.json"],
		"text": "kubectl create secret generic pull",
	}]})
	found := rule.violations with input as given
	{[violation.item, violation.severity] | some violation in found} == {["m1", "error"]}
}

test_generator[note] if {
	some note, case in {
		"moved to the namespace of the pod": {"value": {"namespace": "shop"}, "severities": {"error"}},
		"moved to another namespace": {"value": {"namespace": "bank"}, "severities": {"warning"}},
		"not moved": {"value": {}, "severities": {"warning"}},
	}
	value := object.union(case.value, {"secretGenerator": [{"name": "pull"}]})
	generator := testing.entry("Kustomization", {"id": "o1", "group": "kustomize.config.k8s.io", "name": "", "namespace": ""}, value)
	given := {"commands": [], "index": {"pods": [_pod({})], "objects": {"Kustomization": [generator]}}}
	found := rule.violations with input as given
	{violation.severity | some violation in found} == case.severities
}
