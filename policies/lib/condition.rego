# Under which conditions: whether the terms of a statement or matching rule hold for a principal and a target. Three answers.
package lib.condition

import data.lib.answer
import data.lib.ref

# METADATA
# description: whether the conditions of a statement hold for what is asked
holds(statement, question) := "maybe" if {
	not statement.clauses
} else := "yes" if {
	count(statement.clauses) == 0
} else := answer.any({clause(terms, values, question.who) | some terms in statement.clauses}) if {
	values := object.union(question.who.values, object.get(question, "target", {}))
}

# METADATA
# description: whether all terms of a clause hold for a principal with these values
clause(clause, values, who) := answer.all({_term(term, values, who) | some term in clause})

_term(term, values, who) := _compare(term, values[term.variable], values) if {
	values[term.variable]
} else := "no" if {
	_inapplicable(term.variable, who.kind)
} else := "maybe"

# A variable that does not apply to a request makes its condition false.
_inapplicable(variable, kind) if {
	kind != "group"
	regex.match(`^request\.(user|groups)\.`, variable)
}

_inapplicable(variable, kind) if {
	kind != "workload"
	variable in {"request.principal.namespace", "request.principal.service_account", "request.principal.cluster_id"}
}

_inapplicable(variable, kind) if {
	kind == "cluster"
	startswith(variable, "instance.")
}

_compare(term, actual, values) := _equal(term, actual, values) if {
	term.operator == "="
} else := answer.opposite(_equal(term, actual, values)) if {
	term.operator == "!="
} else := answer.any({_same(value, actual) | some value in term.values}) if {
	term.operator == "in"
	term.value_kind == "list"
} else := answer.opposite(answer.any({_same(value, actual) | some value in term.values})) if {
	term.operator == "not in"
	term.value_kind == "list"
} else := "yes" if {
	term.operator == "present"
} else := "no" if {
	term.operator == "absent"
} else := "maybe"

_equal(term, actual, values) := _same(term.value, actual) if {
	term.value_kind in {"string", "ocid"}
} else := _matches(term.value, actual) if {
	term.value_kind == "pattern"
} else := _refer(values[lower(term.value)], actual) if {
	term.value_kind == "variable"
} else := _refer(term, actual) if {
	term.value_kind == "hole"
} else := "maybe"

_same(value, actual) := "yes" if {
	lower(value) == lower(actual.text)
} else := "no" if {
	actual.text
} else := "yes" if {
	lower(value) == lower(actual.ref)
} else := "no" if {
	actual.kind == "ocid"
	startswith(lower(value), "ocid1")
} else := "maybe"

# Two values of which neither is a literal.
_refer(a, b) := "yes" if {
	ref.place(a) == ref.place(b)
} else := "yes" if {
	lower(a.text) == lower(b.text)
} else := "no" if {
	comparable(a.ref, b.ref)
} else := "maybe"

# METADATA
# description: two references of which each stands for one thing (an OCID, a resource), so that they differ when their texts do
comparable(a, b) if {
	startswith(lower(a), "ocid1")
	startswith(lower(b), "ocid1")
}

comparable(a, b) if {
	_type(a) == _type(b)
}

_type(text) := found[0][1] if {
	not regex.match(`(^|\.)(var|local|data|each|count|path)\.`, text)
	found := regex.find_all_string_submatch_n(`^(?:module\.[\w-]+(?:\[[^\]]*\])?\.)*([a-z]\w*)\.[\w-]+(?:\[[^\]]*\])?$`, text, 1)
	found[0][1] != "module"
}

# The star stands for any text, at the ends only.
_matches(pattern, actual) := "yes" if {
	_like(lower(pattern), lower(actual.text))
} else := "no" if {
	actual.text
} else := "maybe"

_like(pattern, text) if {
	startswith(pattern, "*")
	endswith(pattern, "*")
	contains(text, trim(pattern, "*"))
}

_like(pattern, text) if {
	startswith(pattern, "*")
	endswith(text, trim_left(pattern, "*"))
}

_like(pattern, text) if {
	endswith(pattern, "*")
	startswith(text, trim_right(pattern, "*"))
}

_like(pattern, text) if pattern == text

# METADATA
# description: a text without a placeholder
literal(text) if not regex.match(`[$%<{\[]`, text)
