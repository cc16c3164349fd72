package rules.join["unadapted-package_test"]

import data.rules.join["unadapted-package"] as rule

test_urls[url] if {
	some url, expected in {
		"https://raw.githubusercontent.com/kubernetes/ingress-nginx/main/deploy/static/provider/cloud/deploy.yaml": 1,
		"https://github.com/kubernetes-sigs/metrics-server/releases/latest/download/components.yaml": 1,
		"https://raw.githubusercontent.com/oracle-devrel/oci-oke-virtual-nodes/main/ingress-nginx/deploy.yaml": 0,
		"https://example.com/web.yaml": 0,
	}
	given := {"charts": [], "remote_manifests": [{"id": "r1", "url": url, "nodes": "virtual"}]}
	found := rule.violations with input as given
	count(found) == expected
}

test_charts[name] if {
	some name, expected in {"ingress-nginx": 1, "metrics-server": 1, "redis": 0}
	found := rule.violations with input as {"charts": [{"id": "c1", "chart": name, "nodes": "virtual", "notation": "manifest"}], "remote_manifests": []}
	count(found) == expected
}

test_silent_on_managed_nodes if {
	given := {
		"charts": [{"id": "c1", "chart": "ingress-nginx", "nodes": "managed", "notation": "manifest"}],
		"remote_manifests": [{"id": "r1", "url": "https://example.com/ingress-nginx.yaml", "nodes": "managed"}],
	}
	count(rule.violations) == 0 with input as given
}

test_module[note] if {
	some note, case in {
		"installs it": {"installs": ["cilium_install", "metrics_server_install"], "target": "virtual", "paths": {["installs", 1]}},
		"installs something else": {"installs": ["cilium_install"], "target": "virtual", "paths": set()},
		"nodes not known": {"installs": ["metrics_server_install"], "target": "unknown", "paths": set()},
	}
	given := {
		"charts": [], "remote_manifests": [], "node_pools": [],
		"nodes": {"target": case.target, "reason": "--nodes"},
		"clusters": [{"id": "c1", "address": "module.oke", "installs": case.installs}],
	}
	found := rule.violations with input as given
	{violation.path | some violation in found} == case.paths
}
