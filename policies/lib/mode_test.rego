package lib.mode_test

import data.lib.mode

test_other[shown] if {
	some shown in [0, 256, 438, 493, 644]
	mode.other(shown)
}

test_not_other[shown] if {
	some shown in [420, "0400", "0644", null, true, [256], {}]
	not mode.other(shown)
}

test_octal[text] if {
	some text, given in {"0400": 256, "0644": 420, "0755": 493, "00": 0, "01204": 644, "07777": 4095}
	mode.octal(given) == text
}

test_no_octal[text] if {
	some text, given in {"4096": 4096, "-1": -1, "420.5": 420.5}
	mode.octal(given) == text
}
