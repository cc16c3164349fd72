package rules.statement["tenancy-wide-cluster-grant_test"]

import data.lib.testing
import data.rules.statement["tenancy-wide-cluster-grant"] as rule

_type := testing.term("request.principal.type", "cluster")

_id := testing.term("request.principal.id", "ocid1.cluster.oc1..c")

_given(fields) := {"statements": [testing.statement(object.union(
	{"permissions": ["manage instances"], "location": {"kind": "tenancy", "hole": false}, "clauses": [[_type]]},
	fields,
))]}

test_reported[note] if {
	some note, case in {
		"type alone": {"fields": {}, "count": 1},
		"private IPs": {"fields": {"permissions": ["use private-ips"]}, "count": 1},
		"groups of rules": {"fields": {"permissions": ["use network-security-groups"]}, "count": 1},
		"all but clusters": {"fields": {"clauses": [[object.union(_type, {"operator": "!="})]]}, "count": 0},
		"something else by that name": {"fields": {"clauses": [[testing.term("request.principal.name", "cluster")]]}, "count": 0},
		"condition of a placeholder": {"fields": {"clauses": [[{"variable": "request.principal.type", "operator": "=", "value_kind": "hole"}]]}, "count": 0},
		"invalid": {"fields": {"verdict": "invalid"}, "count": 0},
		"any of type and id": {"fields": {"clauses": [[_id], [_type]]}, "count": 1},
		"type and id": {"fields": {"clauses": [[_type, _id]]}, "count": 0},
		"id alone": {"fields": {"clauses": [[_id]]}, "count": 0},
		"in a list": {"fields": {"clauses": [[{"variable": "request.principal.type", "operator": "in", "values": ["Cluster"], "value_kind": "list"}]]}, "count": 1},
		"root compartment": {"fields": {"location": {"kind": "compartment", "ref": "ocid1.tenancy.oc1..t", "hole": false}}, "count": 1},
		"compartment": {"fields": {"location": {"kind": "compartment", "path": ["c"], "hole": false}}, "count": 0},
		"another principal": {"fields": {"clauses": [[testing.term("request.principal.type", "nodepool")]]}, "count": 0},
		"IPv6 addresses, which a cluster needs anywhere": {"fields": {"permissions": ["use ipv6s"]}, "count": 0},
		"another action": {"fields": {"permissions": ["use keys"]}, "count": 0},
		"deny": {"fields": {"effect": "deny"}, "count": 0},
	}

	found := rule.violations with input as _given(case.fields)
	count(found) == case.count
}
