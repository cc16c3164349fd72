# METADATA
# title: Versions that do not agree
# description: |
#   The image that hosts boot from, the OSTree archive that they are updated from and the cluster
#   configuration each state a Kubernetes version. A host whose image holds another version than the cluster
#   asks for does not join, or changes its version at the next update.
# related_resources:
#   - description: Bring your own infrastructure, OCNE documentation
#     ref: https://github.com/oracle-cne/ocne/blob/main/doc/cluster-management/byo.md
#   - description: ocne image, OCNE manual page
#     ref: https://github.com/oracle-cne/ocne/blob/main/doc/manpages/ocne-image.md
# custom:
#   severity: warning
#   target: any
#   requirements: [OCN-08]
#   message: "{subject} is for Kubernetes {version:plain}, but {other:plain}."
#   remediation: "Use one version for the image, the archive and the configuration."
package rules.ocne["ocne-version-mismatch"]

import data.lib.ocne
import data.lib.ocne_call
import data.lib.violation

# Within one configuration: the image and the tag of the OSTree content.
violations contains violation.at(file, version.path, {"version": version.text, "other": $"its kubernetesVersion is {asked.text}"}) if {
	some file in ocne.configurations
	some asked in file.versions
	asked.path == ["kubernetesVersion"]
	some version in file.versions
	not ocne.agree(version.version, asked.version)
}

# What is uploaded, against the tag that it is given.
violations contains violation.at(call, [], {"version": call.flags.version, "other": $"its destination is tagged {tag}"}) if {
	some call in ocne_call.of("image upload")
	parts := split(ocne_call.value(call, "destination"), ":")
	tag := trim_prefix(parts[count(parts) - 1], "v")
	regex.match(`^[0-9]+\.[0-9]+(\.[0-9]+)?$`, tag)
	not ocne.agree(call.version, [to_number(part) | some part in split(tag, ".")])
}

# A call that makes or uploads an image, against the configurations that it may be for.
violations contains violation.related(violation.at(call, [], facts), related) if {
	some call in input.ocne_commands
	call.verb in {"image create", "image upload"}
	asked := _asked(call)
	count(asked) > 0
	every one in asked {
		not ocne.agree(call.version, one.version)
	}
	facts := {"version": call.flags.version, "other": $"the cluster asks for {concat(", ", {one.text | some one in asked})}"}
	related := [{"item": one.file, "path": ["kubernetesVersion"], "note": "the cluster configuration"} | some one in asked]
}

_asked(call) := {one |
	some meant in _meant(call)
	file := _stating(meant)
	some version in file.versions
	version.path == ["kubernetesVersion"]
	one := {"file": file.id, "text": version.text, "version": version.version}
}

_meant(call) := [ocne_call.configuration(call)] if {
	ocne_call.configuration(call)
} else := array.concat(ocne.clusters, _default) if {
	not call.config
	every file in ocne.clusters {
		_states_version(file)
	}
} else := []

_states_version(file) if ocne.stated(file, ["kubernetesVersion"])

_states_version(_) if count(_default) == 1

# What the defaults file says counts where the configuration says nothing.
_default := [file | some file in ocne.defaults; ocne.stated(file, ["kubernetesVersion"])]

_stating(file) := file if {
	ocne.stated(file, ["kubernetesVersion"])
} else := _default[0] if count(_default) == 1
