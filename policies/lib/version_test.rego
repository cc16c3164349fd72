package lib.version_test

import data.lib.version

# Against 1.27.10: provably below, and provably not.
test_floor[note] if {
	some note, case in {
		"below": {"version": [1, 27, 9], "below": 1, "at_least": 0},
		"the floor": {"version": [1, 27, 10], "below": 0, "at_least": 1},
		"above": {"version": [1, 27, 11], "below": 0, "at_least": 1},
		"minor below": {"version": [1, 26], "below": 1, "at_least": 0},
		"minor of the floor": {"version": [1, 27], "below": 0, "at_least": 0},
		"minor above": {"version": [1, 28], "below": 0, "at_least": 1},
		"nine is below ten": {"version": [1, 9, 99], "below": 1, "at_least": 0},
		"major": {"version": [1], "below": 0, "at_least": 0},
		"major above": {"version": [2], "below": 0, "at_least": 1},
	}
	count([1 | version.below(case.version, [1, 27, 10])]) == case.below
	count([1 | version.at_least(case.version, [1, 27, 10])]) == case.at_least
}

test_text if {
	version.text([1, 27, 10]) == "v1.27.10"
	version.text([1, 27]) == "v1.27"
}
