# What a statement or matching rule is about, told from its words: one that is wrong may not parse, and is no instance of a requirement
# that it does not touch.
package lib.concerned

# Patterns, all of which the text in lower case matches.
_marks := {
	"ARC-18": {{"workload"}},
	"ARC-27": {{"secret"}, {`\svaults\s`}},
	"ARC-30": {{`\skeys\s`, "cluster"}, {`\skeys\s`, "dynamic-group"}, {`\skey-delegate`}},
	"CNI-12": {{`\sipv6s\s`}},
	"CNI-13": {{"any-user", "cluster", `\s(instance-family|instances|network-security-groups?|private-ips|virtual-network-family)\s`}},
	"SMN-05": {{`\bcluster_`}, {"dynamic-group", `\s(clusters|cluster-family)\s`}},
	"VNT-22": {{`\sgroup\s`, `\s(cluster-family|cluster-node-pools)\s|virtual|\svnics`}},
}

# METADATA
# description: those of the requirements that a statement or a matching rule concerns, sorted; may be none
requirements(entry) := sort({id |
	some id, alternatives in _marks
	some patterns in alternatives
	every pattern in patterns {
		regex.match(pattern, lower(entry.text))
	}
}) if {
	entry.text
} else := sort({id |
	some id, pattern in {"ARC-30": "cluster", "SMN-04": `instance\.`}
	regex.match(pattern, lower(entry.rule))
}) if {
	entry.rule
} else := []
