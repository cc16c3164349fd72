package rules.workload["unknown-topology-key_test"]

import data.lib.testing
import data.rules.workload["unknown-topology-key"] as rule

test_reported[note] if {
	some note, case in {
		"fault domain": {"key": "oci.oraclecloud.com/fault-domain", "count": 0},
		"zone": {"key": "topology.kubernetes.io/zone", "count": 0},
		"region": {"key": "topology.kubernetes.io/region", "count": 0},
		"host": {"key": "kubernetes.io/hostname", "count": 0},
		"own label": {"key": "example.com/rack", "count": 0},
		"own label without a prefix": {"key": "rack", "count": 0},
		"outdated": {"key": "failure-domain.beta.kubernetes.io/zone", "count": 1},
		"fault domain alone": {"key": "fault-domain", "count": 1},
		"zone alone": {"key": "zone", "count": 1},
		"another cloud": {"key": "topology.gke.io/zone", "count": 1},
		"other letters": {"key": "oci.oraclecloud.com/FaultDomain", "count": 1},
		"host of the wrong group": {"key": "topology.kubernetes.io/hostname", "count": 1},
		"no text": {"key": 7, "count": 0},
	}

	found := rule.violations with input as testing.pod({"topologySpreadConstraints": [{"topologyKey": case.key}]})
	count(found) == case.count
}

test_silent_on_managed_nodes if {
	given := testing.pod_of({"nodes": "managed"}, {"topologySpreadConstraints": [{"topologyKey": "zone"}]})
	count(rule.violations) == 0 with input as given
}
