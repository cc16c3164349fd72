package lib.credential_test

import data.lib.credential

_secret(id, key, form) := {"id": id, "object": "o1", "path": ["data", key], "holder": "Secret", "key": key, "form": form, "in_tests": false}

test_by_form if {
	given := {"secrets": [_secret("s1", "b", "literal"), _secret("s2", "a", "literal"), _secret("s3", "c", "placeholder")]}

	credential.secrets("literal") == {{"place": {"id": "o1", "path": ["data"]}, "keys": ["a", "b"], "tests": false}} with input as given
	count(credential.secrets("encrypted")) == 0 with input as given
}

test_without_an_object if {
	given := {"secrets": [object.union(_secret("s1", "b", "literal"), {"object": ""})]}
	some secret in credential.secrets("literal") with input as given
	secret.place == {"id": "s1", "path": []}
}

test_holders[holder] if {
	some holder, answer in {"Secret": 1, "SecretGenerator": 1, "ConfigMap": 0, "script": 0}
	found := credential.secrets("literal") with input as {"secrets": [object.union(_secret("s1", "b", "literal"), {"holder": holder})]}
	count(found) == answer
}
