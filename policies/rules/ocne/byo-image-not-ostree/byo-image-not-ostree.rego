# METADATA
# title: Image of the wrong type for own hardware
# description: |
#   Own hardware is installed from an OSTree archive. `ocne image create` makes one only with `--type ostree`;
#   without it, the command makes a disk image for OCI.
# related_resources:
#   - description: Bring your own infrastructure, OCNE documentation
#     ref: https://github.com/oracle-cne/ocne/blob/main/doc/cluster-management/byo.md
#   - description: ocne image, OCNE manual page
#     ref: https://github.com/oracle-cne/ocne/blob/main/doc/manpages/ocne-image.md
# custom:
#   severity: warning
#   target: any
#   requirements: [OCN-09]
#   message: "{subject} makes an image of type {type:plain}, but the clusters here are for own hardware."
#   remediation: "Add `--type ostree`."
package rules.ocne["byo-image-not-ostree"]

import data.lib.ocne_call
import data.lib.violation

violations contains violation.at(call, [], {"type": "oci, its default"}) if {
	some call in ocne_call.of("image create")
	ocne_call.likely_byo(call)
	ocne_call.lacks(call, "type")
}

violations contains violation.at(call, [], {"type": type}) if {
	some call in ocne_call.of("image create")
	ocne_call.likely_byo(call)
	type := ocne_call.value(call, "type")
	type != "ostree"
}
