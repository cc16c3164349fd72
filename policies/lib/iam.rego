# Does any statement grant a principal an action at a location, under conditions that hold? Three answers: yes, no, maybe.
# A question is {"want": action, "who": principal, "where": ref of a compartment or {}, "target": {variable: value}}; a value is
# {"text": …} when it is certain, {"ref": …, "kind": …} when it stands for a resource or an expression, {} when nobody knows.
package lib.iam

import data.lib.answer
import data.lib.condition
import data.lib.grantee
import data.lib.scope

# METADATA
# description: the repository has identity of its own, so that what it lacks may be called missing
present if count(input.statements) > 0

present if count(input.dynamic_groups) > 0

# METADATA
# description: whether the statements grant what the question asks
ask(question) := "no" if {
	some statement in input.statements
	statement.effect == "deny"
	grants(statement, question) == "yes"
} else := "yes" if {
	some statement in input.statements
	statement.effect == "allow"
	grants(statement, question) == "yes"
	not _may_be_denied(question)
} else := "maybe" if {
	some statement in input.statements
	statement.effect == "allow"
	_ = grants(statement, question)
} else := "no"

# METADATA
# description: whether one statement concerns what the question asks, `yes` or `maybe`; undefined where it does not
grants(statement, question) := answer.all({confers, who, where, conditions, _sound(statement)}) if {
	confers := _confers(statement, question.want)
	who := grantee.includes(statement, question.who)
	who != "no"
	where := scope.covers(statement, question.where)
	where != "no"
	conditions := condition.holds(statement, question)
	conditions != "no"
}

# METADATA
# description: whether policies that the oke module makes allow an action to what the module made with them
by_module(entry, want) := "yes" if {
	want in entry.grants_by_module
} else := "maybe" if {
	entry.unknown.grants_by_module
} else := "no"

_confers(statement, want) := "yes" if {
	want in statement.permissions
} else := "maybe" if want in statement.doubtful

_sound(statement) := "maybe" if {
	statement.verdict == "invalid"
} else := "maybe" if {
	statement.effect == "deny"
	statement.existence == "possible"
} else := "yes"

_may_be_denied(question) if {
	some statement in input.statements
	statement.effect == "deny"
	_ = grants(statement, question)
}
