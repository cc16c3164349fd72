package lib.quantity_test

import data.lib.quantity
import data.lib.testing

_given(place) := testing.pod_of({"unknown": {place: "var.x"}}, {"containers": [{"name": "a"}, {"name": "b"}]})

_unknown(given) := {container.id |
	some container in given.workloads.containers
	quantity.unknown(container) with input as given
}

test_unknown[place] if {
	some place, expected in {
		"containers": {"w1/containers/0", "w1/containers/1"},
		"resources.limits.cpu": {"w1/containers/0", "w1/containers/1"},
		"containers.1": {"w1/containers/1"},
		"containers.1.resources": {"w1/containers/1"},
		"containers.0.resources.limits.cpu": {"w1/containers/0"},
		"containers.0.image": set(),
		"initContainers.0.resources": set(),
		"resourcesClaims": set(),
	}
	_unknown(_given(place)) == expected
}

test_pods if {
	quantity.unknown_pods == {"w1"} with input as _given("containers.1.resources.limits.cpu")
	quantity.unknown_pods == set() with input as _given("containers.1.image")
}

test_step if {
	given := {"workloads": {
		"pods": [{"id": "w1", "unknown": {"container.resources.limits": "var.x"}}],
		"containers": [{"id": "w1/container", "pod": "w1"}, {"id": "w1/sidecars/0", "pod": "w1"}],
	}}
	_unknown(given) == {"w1/container"}
	quantity.unknown_pods == {"w1"} with input as given
}
