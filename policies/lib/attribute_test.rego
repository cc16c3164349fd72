package lib.attribute_test

import data.lib.attribute

test_answers[note] if {
	some note, case in {
		"set": {"entry": {"cni": "x", "unknown": {}}, "absent": 0, "unknown": 0},
		"set to nothing": {"entry": {"cni": false, "unknown": {}}, "absent": 0, "unknown": 0},
		"left out": {"entry": {"unknown": {}}, "absent": 1, "unknown": 0},
		"not known": {"entry": {"unknown": {"cni": "var.c"}}, "absent": 0, "unknown": 1},
		"another not known": {"entry": {"unknown": {"name": "var.c"}}, "absent": 1, "unknown": 0},
		"left out of a patch": {"entry": {"unknown": {}, "partial": true}, "absent": 0, "unknown": 0},
		"left out of a whole": {"entry": {"unknown": {}, "partial": false}, "absent": 1, "unknown": 0},
	}
	count([1 | attribute.absent(case.entry, "cni")]) == case.absent
	count([1 | attribute.unknown(case.entry, "cni")]) == case.unknown
}
