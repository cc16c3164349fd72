package lib.template_test

import data.lib.template

test_metadata[kind] if {
	some kind, path in {
		"Pod": ["metadata"],
		"Deployment": ["spec", "template", "metadata"],
		"CronJob": ["spec", "jobTemplate", "spec", "template", "metadata"],
		"PodTemplate": ["template", "metadata"],
	}
	template.metadata({"object": "o1", "kind": kind}) == {"entry": {"id": "o1"}, "path": path}
}
