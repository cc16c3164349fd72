package lib.quantity_test

import data.lib.quantity
import data.lib.testing

_given(place) := testing.pod_of({"unknown": {place: "var.x"}}, {"containers": [{"name": "a"}, {"name": "b"}]})

_unknown(given) := {container.id |
	some container in given.workloads.containers
	quantity.unknown(container) with input as given
}

_pods(given) := number if number := count(quantity.unknown_pods) with input as given

test_unknown[place] if {
	some place, expected in {
		"containers": {"w1/containers/0", "w1/containers/1"},
		"resources": {"w1/containers/0", "w1/containers/1"},
		"resources.limits.cpu": {"w1/containers/0", "w1/containers/1"},
		"containers.1": {"w1/containers/1"},
		"containers.1.resources": {"w1/containers/1"},
		"containers.0.resources.limits.cpu": {"w1/containers/0"},
		"containers.0.image": set(),
		"containers.0.resourcesOf": set(),
		"initContainers.0.resources": set(),
		"workers.containers.0.resources": set(),
		"resourcesClaims": set(),
	}
	given := _given(place)
	_unknown(given) == expected
	_pods(given) == count([1 | count(expected) > 0])
}

# The one container of a step, beside others that are listed.
test_step[place] if {
	some place, expected in {
		"container": {"w1/container"},
		"container.resources": {"w1/container"},
		"container.resources.limits": {"w1/container"},
		"script": {"w1/script"},
		"script.resources": {"w1/script"},
		"script.resources.limits.cpu": {"w1/script"},
		"script.source": set(),
		"sidecars.0.container": set(),
		"sidecars": set(),
	}
	given := {"workloads": {
		"pods": [{"id": "w1", "unknown": {place: "var.x"}}],
		"containers": [{"id": $"w1/{path}", "pod": "w1"} | some path in ["container", "script", "sidecars", "sidecars/0"]],
	}}
	_unknown(given) == expected
	_pods(given) == count([1 | count(expected) > 0])
}
