# How many pods the workloads of the repository may put on virtual nodes at once.
package lib.demand

import data.lib.autoscaler
import data.lib.virtual

# METADATA
# description: pods on virtual nodes at most, counting autoscalers; undefined when some number cannot be known
pods := sum([_most(pod) | some pod in _certain]) if {
	not autoscaler.doubtful
	every pod in _certain {
		_most(pod)
	}
}

_certain := [pod | some pod in virtual.indexed_pods; virtual.certain(pod)]

_most(pod) := pod.replicas if {
	count(autoscaler.of(pod)) == 0
	not pod.unknown.replicas
}

_most(pod) := max(scaled) if {
	scaled := [scaler.most | some scaler in autoscaler.of(pod)]
	count(scaled) > 0
	every most in scaled {
		most > 0
	}
}
