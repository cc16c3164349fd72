package rules.workload["config-reload-sidecar_test"]

import data.lib.testing
import data.rules.workload["config-reload-sidecar"] as rule

_given(fields, image) := object.union(testing.pod_of(fields, {}), {"workloads": {"containers": [{
	"id": "w1/containers/0", "pod": "w1", "list": "containers", "name": "reload", "nodes": object.get(fields, "nodes", "virtual"),
	"partial": false, "exported": false, "value": {"volumeMounts": [{"name": "config"}]}, "requests": {}, "limits": {},
	"image": {"repository": image, "registry": "", "tag": "", "digest": ""},
}]}})

test_reported[note] if {
	some note, case in {
		"configmap-reload": {"fields": {}, "image": "ghcr.io/jimmidyson/configmap-reload", "count": 1},
		"prometheus": {"fields": {}, "image": "quay.io/prometheus-operator/prometheus-config-reloader", "count": 1},
		"grafana": {"fields": {}, "image": "quay.io/kiwigrid/k8s-sidecar", "count": 1},
		"short name": {"fields": {}, "image": "configmap-reload", "count": 1},
		"the controller that restarts": {"fields": {}, "image": "ghcr.io/stakater/reloader", "count": 0},
		"git-sync without configuration": {"fields": {}, "image": "registry.k8s.io/git-sync/git-sync", "count": 0},
		"look-alike": {"fields": {}, "image": "registry.example/my-k8s-sidecar-tests", "count": 0},
		"checksum": {"fields": {"pod_annotations": {"checksum/config": "0a1b"}}, "image": "configmap-reload", "count": 0},
		"another annotation": {"fields": {"annotations": {"team": "shop"}}, "image": "configmap-reload", "count": 1},
		"restarted": {"fields": {"annotations": {"reloader.stakater.com/auto": "true"}}, "image": "configmap-reload", "count": 0},
		"restarted by name": {
			"fields": {"annotations": {"configmap.reloader.stakater.com/reload": "x"}},
			"image": "configmap-reload",
			"count": 0,
		},
		"managed nodes": {"fields": {"nodes": "managed"}, "image": "configmap-reload", "count": 0},
	}

	found := rule.violations with input as _given(case.fields, case.image)
	count(found) == case.count
}

test_git_sync[note] if {
	some note, case in {
		"with mounted configuration": {"fields": {}, "image": "registry.k8s.io/git-sync/git-sync", "volume": {"configMap": {"name": "a"}}, "count": 1},
		"with a mounted secret": {"fields": {}, "image": "registry.k8s.io/git-sync/git-sync", "volume": {"secret": {"secretName": "a"}}, "count": 0},
		"another image": {"fields": {}, "image": "registry.example/web", "volume": {"configMap": {"name": "a"}}, "count": 0},
		"an image that ends alike": {"fields": {}, "image": "registry.example/no-git-sync", "volume": {"configMap": {"name": "a"}}, "count": 0},
		"restarted": {
			"fields": {"annotations": {"reloader.stakater.com/auto": "true"}},
			"image": "git-sync",
			"volume": {"configMap": {"name": "a"}},
			"count": 0,
		},
	}

	volumes := testing.volume(object.union({"name": "config"}, case.volume)).workloads.volumes
	found := rule.violations with input as object.union(_given(case.fields, case.image), {"workloads": {"volumes": volumes}})
	count(found) == case.count
}
