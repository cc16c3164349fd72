package rules.workload["floating-image-tag_test"]

import data.lib.testing
import data.rules.workload["floating-image-tag"] as rule

_image(fields, text) := testing.container_entry(object.union(fields, {"value": {"name": "web", "image": text}}))

_parts(fields) := {"image": object.union({"repository": "web", "registry": "docker.io", "tag": "", "digest": ""}, fields)}

test_reported[note] if {
	some note, case in {
		"none": {"parts": {}, "text": "web", "count": 1},
		"latest": {"parts": {"tag": "latest"}, "text": "web:latest", "count": 1},
		"version": {"parts": {"tag": "1.4"}, "text": "web:1.4", "count": 0},
		"digest": {"parts": {"digest": "sha256:0"}, "text": "web@sha256:0", "count": 0},
		"set elsewhere": {"parts": {"set_elsewhere": true}, "text": "web", "count": 0},
		"template": {"parts": {}, "text": "registry.example/${IMAGE}", "count": 0},
		"built by ko": {"parts": {}, "text": "ko://example.com/web", "count": 0},
		"to be replaced": {"parts": {"repository": "IMAGE_URL"}, "text": "IMAGE_URL", "count": 0},
		"empty": {"parts": {}, "text": "", "count": 0},
	}

	found := rule.violations with input as _image(_parts(case.parts), case.text)
	count(found) == case.count
}

test_on_any_nodes if {
	count(rule.violations) == 1 with input as _image(object.union(_parts({}), {"nodes": "managed"}), "web")
}

test_silent_without_an_image if {
	count(rule.violations) == 0 with input as testing.container({})
}
