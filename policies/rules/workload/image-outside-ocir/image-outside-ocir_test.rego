package rules.workload["image-outside-ocir_test"]

import data.lib.testing
import data.rules.workload["image-outside-ocir"] as rule

_image(fields, text) := testing.container_entry(object.union(fields, {"value": {"name": "web", "image": text}}))

_parts(fields) := {"image": object.union({"repository": "web", "registry": "docker.io", "tag": "", "digest": ""}, fields)}

test_reported[note] if {
	some note, case in {
		"region key": {"registry": "fra.ocir.io", "count": 0},
		"region name": {"registry": "eu-frankfurt-1.ocir.io", "count": 0},
		"new host": {"registry": "ocir.eu-frankfurt-1.oci.oraclecloud.com", "count": 0},
		"of Oracle": {"registry": "container-registry.oracle.com", "count": 0},
		"hub": {"registry": "docker.io", "count": 1},
		"look-alike": {"registry": "fra.ocir.io.example.com", "count": 1},
	}

	found := rule.violations with input as _image(_parts({"registry": case.registry}), "web")
	count(found) == case.count
}

test_silent_on_templates if {
	count(rule.violations) == 0 with input as _image(_parts({}), "${REGISTRY}/web")
}

test_silent_without_a_name if {
	count(rule.violations) == 0 with input as _image(_parts({"repository": ""}), "")
}
