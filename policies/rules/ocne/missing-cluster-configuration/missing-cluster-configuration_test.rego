package rules.ocne["missing-cluster-configuration_test"]

import data.lib.ocne_testing as given
import data.rules.ocne["missing-cluster-configuration"] as rule

_call(fields) := {"verb": "cluster start", "config": object.union({"text": "x.yaml", "candidates": ["ci/x.yaml", "x.yaml"], "generated": false}, fields)}

test_reported[note] if {
	some note, case in {
		"nowhere": {"given": {}, "files": {"ci/x.yaml": false, "x.yaml": false}, "found": 1},
		"at the root": {"given": {}, "files": {"ci/x.yaml": false, "x.yaml": true}, "found": 0},
		"made before": {"given": {"generated": true}, "files": {"ci/x.yaml": false, "x.yaml": false}, "found": 0},
		"known configuration": {"given": {"id": "f0"}, "files": {"ci/x.yaml": false, "x.yaml": false}, "found": 0},
		"not looked for": {"given": {}, "files": {}, "found": 0},
	}

	count(rule.violations) == case.found with input as given.everything([], [_call(case.given)], case.files)
}
