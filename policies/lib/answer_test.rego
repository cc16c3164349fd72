package lib.answer_test

import data.lib.answer

test_all_and_any[note] if {
	some note, case in {
		"nothing": {"answers": set(), "all": "yes", "any": "no"},
		"yes": {"answers": {"yes"}, "all": "yes", "any": "yes"},
		"no": {"answers": {"no"}, "all": "no", "any": "no"},
		"maybe": {"answers": {"maybe"}, "all": "maybe", "any": "maybe"},
		"yes and no": {"answers": {"yes", "no"}, "all": "no", "any": "yes"},
		"yes and maybe": {"answers": {"yes", "maybe"}, "all": "maybe", "any": "yes"},
		"no and maybe": {"answers": {"no", "maybe"}, "all": "no", "any": "maybe"},
		"each": {"answers": {"yes", "no", "maybe"}, "all": "no", "any": "yes"},
	}
	answer.all(case.answers) == case.all
	answer.any(case.answers) == case.any
}

test_opposite if [answer.opposite(one) | some one in ["yes", "no", "maybe"]] == ["no", "yes", "maybe"]
