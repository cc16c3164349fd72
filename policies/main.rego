# The entrypoints. The host names the rules to run (`input.rules`) and gets back how many items they saw and what they found;
# a count that differs from what the host sent means that the evaluation did not see everything.
package main

# Folders below `rules/` by the entrypoint that evaluates them.
workload_domains := {"workload"}

statement_domains := {"statement"}

repository_domains := {"cluster", "network", "self-managed", "identity", "command", "bootstrap", "ocne", "secret", "join"}

# METADATA
# description: Rules that need one workload object at a time.
# entrypoint: true
workload := {"count": _workload_count, "violations": _violations}

# METADATA
# description: Rules that need one IAM statement at a time.
# entrypoint: true
statement := {"count": count(input.statements) + count(input.dynamic_groups), "violations": _violations}

# METADATA
# description: Rules that join parts of the repository.
# entrypoint: true
repository := {"count": _repository_count, "violations": _violations, "undecided": _undecided}

_workload_count := sum([count(items) |
	some items in [input.workloads.pods, input.workloads.containers, input.workloads.volumes, input.workloads.custom]
]) + sum([count(items) | some items in input.workloads.objects])

_repository_count := (_listed + count(input.index.pods)) + sum([count(items) | some items in input.index.objects])

# `input.parts` names the lists of the inventory.
_listed := sum([count(input[name]) | some name in input.parts])

# Questions that the repository leaves open: neither a violation nor a clean answer.
_undecided := sum([count(data.rules[rule.domain][rule.id].undecided) | some rule in input.rules])

_violations := [finished |
	some rule in input.rules
	some violation in data.rules[rule.domain][rule.id].violations
	told := object.union({"rule": rule.id, "severity": _severity(rule, violation)}, _doubt(rule, violation))
	finished := object.union(violation, told)
]

# Beside the severity, the words of the finding say that it may not come to this.
_doubt(rule, violation) := {"uncertain": true} if {
	_uncertain(rule, violation)
} else := {}

# A workload that only may land on a virtual node gets a warning where one that will land there gets an error.
_severity(rule, violation) := "warning" if {
	_stated(rule, violation) == "error"
	_uncertain(rule, violation)
	not rule.configured
} else := _stated(rule, violation)

# A severity set in the configuration wins over the rule's own judgement.
_stated(rule, violation) := rule.configured if {
	rule.configured
} else := object.get(violation, "severity", rule.severity)

# `input.uncertain` names the items whose target is not certain.
_uncertain(rule, violation) if {
	rule.target == "virtual"
	input.uncertain[violation.item]
}
