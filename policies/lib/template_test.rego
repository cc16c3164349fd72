package lib.template_test

import data.lib.template

test_metadata[kind] if {
	some kind, place in {
		"Pod": {"template": []},
		"Deployment": {},
		"CronJob": {"template": ["spec", "jobTemplate", "spec", "template"]},
		"JobSet": {"template": ["spec", "replicatedJobs", 1, "template", "spec", "template"]},
	}
	path := array.concat(object.get(place, "template", ["spec", "template"]), ["metadata"])
	template.metadata(object.union({"object": "o1", "kind": kind}, place)) == {"entry": {"id": "o1"}, "path": path}
}
