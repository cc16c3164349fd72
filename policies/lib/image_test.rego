package lib.image_test

import data.lib.image

test_system[note] if {
	some note, case in {
		"name": {"os": "Oracle Linux", "oracle": 1, "ubuntu": 0},
		"filter": {"os": "Canonical Ubuntu", "oracle": 0, "ubuntu": 1},
		"spelled with a dash": {"os": "Oracle-Linux", "oracle": 1, "ubuntu": 0},
		"in capitals, with a blank": {"os": "ORACLE-LINUX ", "oracle": 1, "ubuntu": 0},
		"another Oracle system": {"os": "Oracle Autonomous Linux", "oracle": 0, "ubuntu": 0},
		"other": {"os": "Windows", "oracle": 0, "ubuntu": 0},
	}
	count([1 | image.oracle_linux({"os": case.os})]) == case.oracle
	count([1 | image.ubuntu({"os": case.os})]) == case.ubuntu
}

test_nothing_known if {
	not image.oracle_linux({})
	not image.ubuntu({})
	not image.major({})
}

test_major if image.major({"os_version": [8, 10]}) == 8

test_place if {
	image.place({"notation": "module"}) == ["image", "os_version"]
	image.place({"notation": "terraform"}) == ["image"]
}
