package rules.ocne["ocne-version-mismatch_test"]

import data.lib.ocne_testing as given
import data.rules.ocne["ocne-version-mismatch"] as rule

_version(key, text, parts) := {"path": [key], "text": text, "version": parts, "number": false}

_file(version) := {"value": {"kubernetesVersion": "x"}, "versions": [version]}

_create(fields) := object.union({"verb": "image create", "flags": {"version": "1.32"}, "version": [1, 32]}, fields)

test_reported_in_a_configuration[note] if {
	some note, case in {
		"another minor": {"given": _version("osTag", "1.31", [1, 31]), "found": {["osTag"]}},
		"another patch": {"given": _version("osTag", "1.32.5", [1, 32, 5]), "found": set()},
		"image": {"given": _version("bootVolumeContainerImage", "1.30", [1, 30]), "found": {["bootVolumeContainerImage"]}},
	}

	entry := {"versions": [_version("kubernetesVersion", "1.32", [1, 32]), case.given]}
	found := rule.violations with input as given.clusters([entry])
	{violation.path | some violation in found} == case.found
}

test_reported_for_calls[note] if {
	same := _file(_version("kubernetesVersion", "1.32.1", [1, 32, 1]))
	other := _file(_version("kubernetesVersion", "1.31", [1, 31]))
	some note, case in {
		"other": {"given": _create({}), "files": [other], "found": {"c0"}},
		"upload": {"given": _create({"verb": "image upload"}), "files": [other], "found": {"c0"}},
		"same": {"given": _create({}), "files": [same], "found": set()},
		"the tag's alone": {
			"given": _create({}),
			"files": [object.union(other, {"versions": array.concat(other.versions, [_version("osTag", "1.32", [1, 32])])})],
			"found": {"c0", "f0"},
		},
		"one of two": {"given": _create({}), "files": [other, same], "found": set()},
		"the named one": {"given": _create({"config": {"id": "f0"}}), "files": [other, same], "found": {"c0"}},
		"a named one that is not there": {"given": _create({"config": {"text": "x"}}), "files": [other], "found": set()},
		"one without version": {"given": _create({}), "files": [other, {}], "found": set()},
		"no version": {"given": object.remove(_create({}), ["version"]), "files": [other], "found": set()},
		"another command": {"given": _create({"verb": "cluster start"}), "files": [other], "found": set()},
	}

	found := rule.violations with input as given.calls([case.given], case.files)
	{violation.item | some violation in found} == case.found
}

test_counts_the_defaults_file[note] if {
	defaults := object.union(_file(_version("kubernetesVersion", "1.31", [1, 31])), {"kind": "defaults"})
	same := _file(_version("kubernetesVersion", "1.32", [1, 32]))
	some note, case in {
		"of a configuration that states none": {"files": [{}, defaults], "found": {"c0"}},
		"alone": {"files": [defaults], "found": {"c0"}},
		"beneath a configuration that states one": {"files": [same, defaults], "found": set()},
	}

	found := rule.violations with input as given.calls([_create({})], case.files)
	{violation.item | some violation in found} == case.found
}

test_reported_for_the_tag_of_the_destination[note] if {
	some note, case in {
		"another version": {"destination": "docker://registry.example/ock:1.31", "found": {"c0"}},
		"with a v": {"destination": "docker://registry.example/ock:v1.31.4", "found": {"c0"}},
		"the same": {"destination": "docker://registry.example/ock:1.32", "found": set()},
		"its patch": {"destination": "docker://registry.example/ock:1.32.1", "found": set()},
		"a date": {"destination": "docker://registry.example/ock:20260101", "found": set()},
		"a name": {"destination": "docker://registry.example/ock:latest", "found": set()},
		"a port": {"destination": "docker://registry.example:5000/ock", "found": set()},
		"not known": {"destination": null, "found": set()},
	}

	call := _create({"verb": "image upload", "flags": {"version": "1.32", "destination": case.destination}})
	found := rule.violations with input as given.calls([call], [])
	{violation.item | some violation in found} == case.found
}

test_a_named_configuration_that_states_none_has_the_default if {
	defaults := object.union(_file(_version("kubernetesVersion", "1.31", [1, 31])), {"kind": "defaults"})
	found := rule.violations with input as given.calls([_create({"config": {"id": "f0"}})], [{}, defaults])
	{violation.item | some violation in found} == {"c0"}
}
