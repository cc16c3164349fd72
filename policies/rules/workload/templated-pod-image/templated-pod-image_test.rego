package rules.workload["templated-pod-image_test"]

import data.lib.testing
import data.rules.workload["templated-pod-image"] as rule

_given(fields, image) := testing.pod_of(
	object.union({"kind": "Pod", "group": ""}, fields),
	{"containers": [{"name": "web", "image": image}]},
)

test_reported[note] if {
	some note, case in {
		"shell variable": {"fields": {}, "image": "app:${TAG}", "count": 1},
		"bare variable": {"fields": {}, "image": "app:$TAG", "count": 1},
		"make variable": {"fields": {}, "image": "$(IMAGE)", "count": 1},
		"template": {"fields": {}, "image": "app:{{ .Values.tag }}", "count": 1},
		"placeholder": {"fields": {}, "image": "app:<TAG>", "count": 1},
		"placeholder in capitals": {"fields": {}, "image": "app:__TAG__", "count": 1},
		"placeholder between at signs": {"fields": {}, "image": "app:@TAG@", "count": 1},
		"tag by the name of tag": {"fields": {}, "image": "app:IMAGE_TAG", "count": 1},
		"registry by the name of registry": {"fields": {}, "image": "REGISTRY/app:1.4", "count": 1},
		"image by the name of image": {"fields": {}, "image": "IMAGE", "count": 1},
		"tag in capitals": {"fields": {}, "image": "app:RELEASE.2024-01-01", "count": 0},
		"fixed": {"fields": {}, "image": "registry.example:5000/shop/app_x:1.4@sha256:0a1b", "count": 0},
		"two underscores": {"fields": {}, "image": "registry.example/shop/app__x:1.4", "count": 0},
		"updated by keel": {"fields": {"annotations": {"keel.sh/policy": "minor"}}, "image": "app:1.4", "count": 1},
		"test of a chart": {"fields": {"annotations": {"helm.sh/hook": "test"}}, "image": "app:${TAG}", "count": 0},
		"another annotation": {"fields": {"annotations": {"team": "shop"}}, "image": "app:1.4", "count": 0},
		"exported": {"fields": {"exported": true}, "image": "app:${TAG}", "count": 0},
		"another kind": {"fields": {"kind": "ReplicationController"}, "image": "app:${TAG}", "count": 0},
		"another group": {"fields": {"group": "metrics.k8s.io"}, "image": "app:${TAG}", "count": 0},
		"deployment": {"fields": {"kind": "Deployment", "group": "apps"}, "image": "app:${TAG}", "count": 0},
		"managed nodes": {"fields": {"nodes": "managed"}, "image": "app:${TAG}", "count": 0},
		"wrong type": {"fields": {}, "image": 7, "count": 0},
	}

	found := rule.violations with input as _given(case.fields, case.image)
	count(found) == case.count
}

test_container_of_another_pod if {
	other := testing.pod_of({"id": "w2"}, {"containers": []}).workloads.pods
	given := _given({}, "app:${TAG}")
	pods := array.concat([object.union(pod, {"kind": "Deployment"}) | some pod in given.workloads.pods], [object.union(pod, {"kind": "Pod", "group": ""}) | some pod in other])
	found := rule.violations with input as object.union(given, {"workloads": {"pods": pods}})
	count(found) == 0
}

test_placeholder_as_a_whole if {
	given := testing.pod_of(
		{"kind": "Pod", "group": "", "unknown": {"containers.0.image": "${IMAGE}", "containers.0.tty": "${TTY}"}},
		{"containers": [{"name": "web"}]},
	)
	found := rule.violations with input as given
	found == {{"item": "w1/containers/0", "path": ["image"], "facts": {"container": "web", "image": "${IMAGE}"}}}
}

test_points_at_the_image if {
	found := rule.violations with input as _given({}, "app:${TAG}")
	some violation in found
	violation.item == "w1/containers/0"
	violation.path == ["image"]
}
