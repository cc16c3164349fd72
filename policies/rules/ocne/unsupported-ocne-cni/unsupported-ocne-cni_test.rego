package rules.ocne["unsupported-ocne-cni_test"]

import data.lib.ocne_testing as given
import data.rules.ocne["unsupported-ocne-cni"] as rule

test_reported[note] if {
	some note, case in {
		"multus": {"given": {"cni": "multus"}, "found": {[["cni"], "error"]}},
		"multus in capitals": {"given": {"cni": "Multus"}, "found": {[["cni"], "error"]}},
		"another": {"given": {"cni": "cilium"}, "found": {[["cni"], "own"]}},
		"capitals": {"given": {"cni": "Flannel"}, "found": {[["cni"], "own"]}},
		"flannel": {"given": {"cni": "flannel"}, "found": set()},
		"calico": {"given": {"cni": "calico"}, "found": set()},
		"none": {"given": {"cni": "none"}, "found": set()},
		"empty": {"given": {"cni": ""}, "found": set()},
		"of another type": {"given": {"cni": 3}, "found": set()},
		"not stated": {"given": {}, "found": set()},
	}

	found := rule.violations with input as given.cluster(case.given)
	{[violation.path, object.get(violation, "severity", "own")] | some violation in found} == case.found
}
