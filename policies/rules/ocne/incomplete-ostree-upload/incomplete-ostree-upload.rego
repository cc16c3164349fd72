# METADATA
# title: Upload of an OSTree archive that cannot work
# description: |
#   An OSTree archive is uploaded from a file, which the command requires, to a destination that begins with
#   its transport, as containers-transports(5) describes. A plain registry path is refused.
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
#   remediation: "Give the archive with `--file` and a destination such as `docker://registry.example/ock-ostree:1.31`."
package rules.ocne["incomplete-ostree-upload"]

import data.lib.ocne_call
import data.lib.violation

_uploads := [call | some call in ocne_call.of("image upload"); ocne_call.value(call, "type") == "ostree"]

violations contains violation.at(call, [], {"fault": $"lacks --{flag}"}) if {
	some call in _uploads
	some flag in ["file", "destination"]
	ocne_call.lacks(call, flag)
}

violations contains violation.at(call, [], {"fault": $"has a destination without transport: {destination}"}) if {
	some call in _uploads
	destination := ocne_call.value(call, "destination")
	not regex.match(`^(?:docker://|(?:dir|oci|oci-archive|docker-archive|docker-daemon|containers-storage|ostree|sif|tarball):)`, destination)
}
