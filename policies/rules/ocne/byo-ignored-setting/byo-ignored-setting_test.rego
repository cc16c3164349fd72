package rules.ocne["byo-ignored-setting_test"]

import data.lib.ocne_testing as given
import data.rules.ocne["byo-ignored-setting"] as rule

test_reported[note] if {
	some note, case in {
		"definition": {"given": object.union(given.sound, {"clusterDefinition": "capi.yaml"}), "found": {[["clusterDefinition"], "own"]}},
		"inline": {"given": object.union(given.sound, {"clusterDefinitionInline": "x"}), "found": {[["clusterDefinitionInline"], "own"]}},
		"control plane nodes": {"given": object.union(given.sound, {"controlPlaneNodes": 3}), "found": {[["controlPlaneNodes"], "own"]}},
		"in quotes": {"given": object.union(given.sound, {"controlPlaneNodes": "3", "workerNodes": "2"}), "found": {[["controlPlaneNodes"], "own"], [["workerNodes"], "notice"]}},
		"workers": {"given": object.union(given.sound, {"workerNodes": 2}), "found": {[["workerNodes"], "notice"]}},
		"even number": {"given": object.union(given.sound, {"controlPlaneNodes": 2}), "found": set()},
		"no workers": {"given": object.union(given.sound, {"workerNodes": 0}), "found": set()},
		"text for a number": {"given": object.union(given.sound, {"controlPlaneNodes": "x"}), "found": set()},
		"sound": {"given": given.sound, "found": set()},
		"other provider": {"given": {"provider": "oci", "clusterDefinition": "capi.yaml", "controlPlaneNodes": 3}, "found": set()},
		"workers of another provider": {"given": {"provider": "oci", "workerNodes": 2}, "found": set()},
	}

	found := rule.violations with input as given.cluster(case.given)
	{[violation.path, object.get(violation, "severity", "own")] | some violation in found} == case.found
}
