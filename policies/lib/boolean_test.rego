package lib.boolean_test

import data.lib.boolean

test_on if {
	boolean.on(true)
	boolean.on("true")
}

test_not_on[value] if {
	some value in [false, "false", null, 1, "yes", [true], {}]
	not boolean.on(value)
}

test_off if {
	boolean.off(false)
	boolean.off("false")
}

test_not_off[value] if {
	some value in [true, null, 0, "no", [], {}]
	not boolean.off(value)
}
