package lib.name_test

import data.lib.name

test_of[note] if {
	some note, case in {
		"text": {"element": {"name": "web"}, "name": "web"},
		"left out": {"element": {}, "name": "unnamed"},
		"null": {"element": {"name": null}, "name": "unnamed"},
		"number": {"element": {"name": 7}, "name": "unnamed"},
		"object": {"element": {"name": {}}, "name": "unnamed"},
		"no element": {"element": "web", "name": "unnamed"},
	}

	name.of(case.element) == case.name
}
