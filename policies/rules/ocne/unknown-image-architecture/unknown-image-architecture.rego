# METADATA
# title: Unknown image architecture
# description: |
#   OCNE names architectures as Go does: amd64 and arm64. It refuses the names that uname prints.
# related_resources:
#   - description: ocne image, OCNE manual page
#     ref: https://github.com/oracle-cne/ocne/blob/main/doc/manpages/ocne-image.md
# custom:
#   severity: error
#   target: any
#   requirements: [OCN-11]
#   message: "{subject} is given the architecture {arch}; OCNE knows amd64 and arm64."
#   remediation: "Use `amd64` for x86_64 and `arm64` for aarch64."
package rules.ocne["unknown-image-architecture"]

import data.lib.ocne_call
import data.lib.violation

violations contains violation.at(call, [], {"arch": arch}) if {
	some call in input.ocne_commands
	startswith(call.verb, "image ")
	arch := ocne_call.value(call, "arch")
	not arch in {"amd64", "arm64"}
}
