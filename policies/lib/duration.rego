# ISO 8601 durations of weeks, days and parts of a day.
package lib.duration

# METADATA
# description: length of `P5D` in days
days(text) := (((((_number(parts[1]) * 7) + _number(parts[2])) * 86400) + (((_number(parts[3]) * 60) + _number(parts[4])) * 60)) + _number(parts[5])) / 86400 if {
	some parts in regex.find_all_string_submatch_n(`^P(?:([0-9]{1,4})W)?(?:([0-9]{1,4})D)?(?:T(?:([0-9]{1,4})H)?(?:([0-9]{1,6})M)?(?:([0-9]{1,8})S)?)?$`, text, 1)
	not text in {"P", "PT"}
}

_number("") := 0

_number(digits) := to_number(digits) if digits != ""
