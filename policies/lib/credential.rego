# Secrets as the repository states them, by the list they stand in. Takes the inventory's `secrets`; values are not in it.
package lib.credential

# METADATA
# description: Secrets that are written out, as `{place, keys, tests}`, one for each list that has entries of the form
secrets(form) := {secret |
	some place, _ in _by_place
	keys := {found.key | some found in _by_place[place]; found.form == form}
	count(keys) > 0
	some first in _by_place[place]
	secret := {"place": place, "keys": sort(keys), "tests": first.in_tests}
}

_by_place[_place(found)] contains found if {
	some found in input.secrets
	found.holder in {"Secret", "SecretGenerator"}
}

# An entry of no Kubernetes object is its own place.
_place(found) := {"id": found.object, "path": array.slice(found.path, 0, count(found.path) - 1)} if found.object != ""

_place(found) := {"id": found.id, "path": []} if found.object == ""
