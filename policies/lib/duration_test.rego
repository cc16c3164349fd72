package lib.duration_test

import data.lib.duration

test_days[text] if {
	some text, days in {"P5D": {5}, "P2W": {14}, "P1DT12H": {1.5}, "PT36H": {1.5}, "PT1440M": {1}, "PT86400S": {1}, "PT6H360M": {0.5}, "5": set(), "xP5D": set(), "P5Dx": set(), "P": set(), "PT": set(), "P1Y": set(), "p5d": set()}
	{found | found := duration.days(text)} == days
}
