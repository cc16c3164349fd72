# Calls of `ocne` in scripts, and which of them are about own hardware.
package lib.ocne_call

import data.lib.ocne

# METADATA
# description: the calls of that verb (`cluster start`)
of(verb) := [call | some call in input.ocne_commands; call.verb == verb]

# METADATA
# description: the configuration that the call names, where the repository holds it
configuration(call) := file if {
	some file in ocne.clusters
	file.id == call.config.id
}

# METADATA
# description: the call is provably about own hardware
byo(call) if call.flags.provider == "byo"

byo(call) if {
	not call.flags.provider
	ocne.byo(configuration(call))
}

byo(call) if {
	not call.flags.provider
	some file in ocne.clusters
	ocne.byo(file)
	file.name == call.flags["cluster-name"]
}

# METADATA
# description: nothing in the repository is for another provider, and something is for own hardware
only_byo if {
	count(ocne.clusters) > 0
	every other in ocne.clusters {
		ocne.byo(other)
	}
	not _elsewhere
}

_elsewhere if {
	some call in input.ocne_commands
	not object.get(call.flags, "provider", null) in {"byo", null}
}

# METADATA
# description: may be about own hardware, and about nothing else that the repository shows
likely_byo(call) if byo(call)

likely_byo(call) if {
	only_byo
	not call.flags.provider
}

# METADATA
# description: the flag is provably not given
lacks(call, flag) if {
	call.complete
	not flag in object.keys(call.flags)
}

# METADATA
# description: the flag's value as text, where it is known
value(call, flag) := text if {
	text := call.flags[flag]
	is_string(text)
}

# METADATA
# description: the starts of clusters that are provably on own hardware; none where a call cannot be read, which may be another
starts := [call |
	some call in of("cluster start")
	byo(call)
	call.complete
	count(of("unknown")) == 0
]

# METADATA
# description: the same calls by the cluster that they start
starts_of[_key(call)] contains call if some call in starts

# METADATA
# description: where a script starts a cluster, by `[cluster, script]`
indexes_of[[key, call.script]] contains call.index if {
	some key, calls in starts_of
	some call in calls
}

_key(call) := call.config.id if {
	call.config.id
} else := call.config.text if {
	call.config.text
} else := object.get(call.flags, "cluster-name", "")
