package rules.workload["misspelt-field_test"]

import data.lib.testing
import data.rules.workload["misspelt-field"] as rule

test_pod[note] if {
	some note, case in {
		"hostPid": {"given": {"hostPid": true}, "fields": {"hostPID"}},
		"even where it is false": {"given": {"hostPid": false}, "fields": {"hostPID"}},
		"hostName": {"given": {"hostName": "web-0"}, "fields": {"hostname"}},
		"podOS": {"given": {"podOS": {"name": "linux"}}, "fields": {"os"}},
		"Overhead": {"given": {"Overhead": {"cpu": "250m"}}, "fields": {"overhead"}},
		"setHostNameAsFqdn": {"given": {"setHostNameAsFqdn": true}, "fields": {"setHostnameAsFQDN"}},
		"security context": {"given": {"securityContext": {"fsgroup": 1, "runAsUser": 1}}, "fields": {"fsGroup"}},
		"what holds others": {"given": {"securitycontext": {"fsgroup": 1}, "Volumes": []}, "fields": {"securityContext", "volumes"}},
		"right": {"given": {"hostPID": true, "hostname": "a", "os": {}, "overhead": {}, "setHostnameAsFQDN": true}, "fields": set()},
		"init containers": {"given": {"initcontainers": []}, "fields": {"initContainers"}},
		"volume source": {"given": {"volumes": [{"name": "a", "hostpath": {"path": "/x"}}]}, "fields": {"hostPath"}},
		"inside a volume": {
			"given": {"volumes": [{"emptyDir": {"sizelimit": "1Gi"}}, {"secret": {"defaultmode": 256}}]},
			"fields": {"sizeLimit", "defaultMode"},
		},
		"right volumes": {
			"given": {"volumes": [{"name": "a", "emptyDir": {"sizeLimit": "1Gi"}}, {"configMap": {"defaultMode": 256}}, {"hostPath": {"path": "/x"}}]},
			"fields": set(),
		},
		"volumes of wrong types": {"given": {"volumes": [{"emptyDir": "sizelimit"}, {"secret": ["defaultmode"]}, {"projected": null}]}, "fields": set()},
		"look-alikes": {"given": {"hostUsers": false, "hostAliases": [], "subdomain": "a", "schedulerName": "x"}, "fields": set()},
		"wrong types": {"given": {"securityContext": ["fsgroup"]}, "fields": set()},
	}

	found := rule.violations with input as testing.pod(case.given)
	{violation.facts.field | some violation in found} == case.fields
}

test_container[note] if {
	some note, case in {
		"container": {"given": {"TTY": true, "Stdin": true}, "fields": {"tty", "stdin"}},
		"security context": {"given": {"securityContext": {"Privileged": true}}, "fields": {"privileged"}},
		"what holds others": {"given": {"SecurityContext": {}, "volumemounts": []}, "fields": {"securityContext", "volumeMounts"}},
		"probe": {"given": {"LivenessProbe": {}}, "fields": {"livenessProbe"}},
		"inside a probe": {"given": {"startupProbe": {"gRPC": {"port": 1}}}, "fields": {"grpc"}},
		"mount": {"given": {"volumeMounts": [{"mountpropagation": "None", "subpathExpr": "a"}]}, "fields": {"mountPropagation", "subPathExpr"}},
		"port": {"given": {"ports": [{"containerport": 80, "hostport": 80}]}, "fields": {"containerPort", "hostPort"}},
		"right": {"given": {"tty": true, "ports": [{"containerPort": 80}], "securityContext": {"privileged": true}}, "fields": set()},
		"wrong types": {"given": {"ports": ["hostport", 7], "securityContext": null}, "fields": set()},
	}

	found := rule.violations with input as testing.container(case.given)
	{violation.facts.field | some violation in found} == case.fields
}

test_points_at_the_key if {
	found := rule.violations with input as testing.container({"ports": [{"hostport": 80}]})
	some violation in found
	violation.path == ["ports", 0, "hostport"]
	violation.requirements == ["VNP-52"]
}

test_silent_on_managed_nodes if {
	given := testing.pod_of({"nodes": "managed"}, {"hostPid": true})
	count(rule.violations) == 0 with input as given
}
