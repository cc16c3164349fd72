# How a rule says what it found: the entry, the path inside it, and the facts its message names.
package lib.violation

# METADATA
# description: a violation at `path` inside `entry` (any inventory entry that has an `id`)
at(entry, path, facts) := {"item": entry.id, "path": path, "facts": facts}

# METADATA
# description: the same with a severity other than the rule's own
graded(entry, path, facts, severity) := {"item": entry.id, "path": path, "facts": facts, "severity": severity}

# METADATA
# description: another violation's place and facts for only some of the rule's requirements
of(violation, requirements) := object.union(violation, {"requirements": requirements})

# METADATA
# description: the violation with other entries that help to understand it, each `{item, path, note}`
related(violation, others) := object.union(violation, {"related": others})
