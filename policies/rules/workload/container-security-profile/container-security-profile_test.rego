package rules.workload["container-security-profile_test"]

import data.lib.testing
import data.rules.workload["container-security-profile"] as rule

test_reported[note] if {
	some note, case in {
		"seccomp": {"given": {"seccompProfile": {"type": "RuntimeDefault"}}, "count": 1},
		"SELinux": {"given": {"seLinuxOptions": {"level": "s0"}}, "count": 1},
		"AppArmor": {"given": {"appArmorProfile": {"type": "RuntimeDefault"}}, "count": 1},
		"Windows": {"given": {"windowsOptions": {"hostProcess": true}}, "count": 1},
		"empty": {"given": {"seLinuxOptions": {}}, "count": 0},
		"null": {"given": {"seccompProfile": null}, "count": 0},
		"read-only root": {"given": {"readOnlyRootFilesystem": true}, "count": 0},
		"wrong type": {"given": "seccompProfile", "count": 0},
	}

	found := rule.violations with input as testing.container({"securityContext": case.given})
	count(found) == case.count
}

test_annotation[kind] if {
	some kind, case in {
		"Pod": {"entry": {"template": []}, "path": ["metadata"]},
		"Deployment": {"entry": {}, "path": ["spec", "template", "metadata"]},
	}
	key := "container.apparmor.security.beta.kubernetes.io/web"
	given := testing.pod_of(object.union(case.entry, {"kind": kind, "pod_annotations": {key: "runtime/default", "other": "web"}}), {})
	found := rule.violations with input as given
	found == {{"item": "o1", "path": array.concat(case.path, ["annotations", key]), "facts": {"container": "web", "field": "an AppArmor profile"}}}
}

test_silent_on_managed_nodes if {
	given := testing.pod_of({"nodes": "managed"}, {"containers": [{"name": "a", "securityContext": {"seccompProfile": {"type": "RuntimeDefault"}}}]})
	count(rule.violations) == 0 with input as given
}
