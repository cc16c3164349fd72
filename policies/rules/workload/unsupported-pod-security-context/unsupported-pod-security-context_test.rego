package rules.workload["unsupported-pod-security-context_test"]

import data.lib.testing
import data.rules.workload["unsupported-pod-security-context"] as rule

test_reported[note] if {
	some note, case in {
		"groups": {"given": {"supplementalGroups": [4000]}, "count": 1},
		"no groups": {"given": {"supplementalGroups": []}, "count": 0},
		"policy": {"given": {"supplementalGroupsPolicy": "Strict"}, "count": 1},
		"SELinux": {"given": {"seLinuxOptions": {"type": "x"}}, "count": 1},
		"empty SELinux": {"given": {"seLinuxOptions": {}}, "count": 0},
		"sysctls": {"given": {"sysctls": [{"name": "net.core.somaxconn", "value": "1024"}]}, "count": 1},
		"seccomp": {"given": {"seccompProfile": {"type": "RuntimeDefault"}}, "count": 1},
		"AppArmor": {"given": {"appArmorProfile": {"type": "RuntimeDefault"}}, "count": 1},
		"change of SELinux labels": {"given": {"seLinuxChangePolicy": "MountOption"}, "count": 1},
		"Windows": {"given": {"windowsOptions": {"runAsUserName": "a"}}, "count": 1},
		"all": {"given": {"supplementalGroups": [1], "seLinuxOptions": {"type": "x"}, "sysctls": [{}], "seccompProfile": {"type": "Localhost"}}, "count": 4},
		"supported": {"given": {"runAsNonRoot": true, "runAsUser": 1, "runAsGroup": 1}, "count": 0},
		"file system group": {"given": {"fsGroup": 1}, "count": 0},
		"wrong type": {"given": ["sysctls"], "count": 0},
		"text": {"given": "sysctls", "count": 0},
		"null": {"given": null, "count": 0},
	}

	found := rule.violations with input as testing.pod({"securityContext": case.given})
	count(found) == case.count
}

test_severity_and_requirements if {
	given := testing.pod({"securityContext": {"supplementalGroups": [1], "supplementalGroupsPolicy": "Strict"}})
	found := rule.violations with input as given
	{[v.path[1], object.get(v, "severity", "own"), v.requirements] | some v in found} == {
		["supplementalGroups", "own", ["VNP-42"]],
		["supplementalGroupsPolicy", "warning", ["VNP-42"]],
	}
}

test_silent_on_managed_nodes if {
	given := testing.pod_of({"nodes": "managed"}, {"securityContext": {"sysctls": [{"name": "a"}]}})
	count(rule.violations) == 0 with input as given
}
