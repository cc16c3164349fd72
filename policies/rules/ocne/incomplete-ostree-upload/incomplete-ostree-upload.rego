# METADATA
# title: Upload of an image that cannot work
# description: |
#   Whatever is uploaded comes from a file, which the command requires. An OSTree archive goes to a destination
#   that begins with its transport, as containers-transports(5) describes. A plain registry path is refused.
# related_resources:
#   - description: Bring your own infrastructure, OCNE documentation
#     ref: https://github.com/oracle-cne/ocne/blob/main/doc/cluster-management/byo.md
#   - description: containers-transports(5)
#     ref: https://github.com/containers/image/blob/main/docs/containers-transports.5.md
# custom:
#   severity: error
#   target: any
#   requirements: [OCN-10]
#   message: "{subject} {fault:plain}."
#   remediation: "Give the file with `--file`, and for an OSTree archive a destination such as `docker://registry.example/ock-ostree:1.31`."
package rules.ocne["incomplete-ostree-upload"]

import data.lib.ocne_call
import data.lib.violation

_uploads := [call | some call in ocne_call.of("image upload"); ocne_call.value(call, "type") == "ostree"]

# The file is required whatever is uploaded.
violations contains violation.at(call, [], {"fault": "lacks --file"}) if {
	some call in ocne_call.of("image upload")
	ocne_call.lacks(call, "file")
}

violations contains violation.at(call, [], {"fault": "lacks --destination"}) if {
	some call in _uploads
	ocne_call.lacks(call, "destination")
}

violations contains violation.at(call, [], {"fault": $"has a destination without transport: {destination}"}) if {
	some call in _uploads
	destination := ocne_call.value(call, "destination")
	not regex.match(`^(?:docker://|(?:dir|oci|oci-archive|docker-archive|docker-daemon|containers-storage|ostree|sif|tarball):)`, destination)
}
