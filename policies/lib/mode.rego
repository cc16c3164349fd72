# File modes of volumes. Readers give the number that Kubernetes would read: `0644` and `420` are the same.
package lib.mode

_read_by_all := 420

# 07777; and what format_int takes in WebAssembly.
_highest := 4095

# METADATA
# description: a mode other than 0644. Text is no mode to Kubernetes, and is not judged.
other(mode) if {
	is_number(mode)
	mode != _read_by_all
}

# METADATA
# description: the octal notation, 0755 for 493; numbers that are no modes at all stay decimal
octal(mode) := $"0{format_int(mode, 8)}" if {
	mode >= 0
	mode <= _highest
	floor(mode) == mode
} else := $"{mode}"
