# METADATA
# title: Group without its identity domain
# description: |
#   A name without a domain is looked for in the Default domain. When the group is in another one, the statement grants to
#   nobody, or to a group of the same name there.
# related_resources:
#   - description: Subjects of policy statements
#     ref: https://docs.oracle.com/en-us/iaas/Content/Identity/policysyntax/subject.htm
# custom:
#   severity: warning
#   target: any
#   requirements: [SMN-05]
#   message: "{subject} names {group} without a domain, but this repository has a group of that name in the domain {domain}."
#   remediation: "Write the domain before the name: '<domain>'/'<name>'."
package rules.identity["group-without-domain"]

import data.lib.violation

violations contains violation.at(statement, ["principals"], {"group": principal.name, "domain": domain}) if {
	some statement in input.statements
	some principal in statement.principals
	principal.kind in {"group", "dynamic-group"}
	not principal.domain
	key := _key(principal.kind, principal.name)
	domain := min(_domains[key])
	not key in _default
}

_domains[key] contains group.domain if {
	some group in input.dynamic_groups
	lower(group.domain) != "default"
	key := _key("dynamic-group", group.name)
}

_domains[key] contains principal.domain if {
	some statement in input.statements
	some principal in statement.principals
	lower(principal.domain) != "default"
	key := _key(principal.kind, principal.name)
}

# Known to be in the default domain as well.
_default contains _key("dynamic-group", group.name) if {
	some group in input.dynamic_groups
	lower(object.get(group, "domain", "default")) == "default"
}

_default contains _key(principal.kind, principal.name) if {
	some statement in input.statements
	some principal in statement.principals
	lower(principal.domain) == "default"
}

_key(kind, name) := $"{kind} {lower(name)}"
