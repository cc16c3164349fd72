package rules.command["network-add-on-update-without-new-nodes_test"]

import data.lib.testing
import data.rules.command["network-add-on-update-without-new-nodes"] as rule

_command(index, program, args) := testing.resource($"m{index}", {"program": program, "args": args, "script": "s1", "index": index, "ephemeral": false})

_update := ["ce", "cluster", "update-addon", "--addon-name", "OciVcnIpNative", "--cluster-id", null]

test_reported[note] if {
	some note, case in {
		"alone": {"commands": [_command(0, "oci", _update)], "count": 1},
		"with an equals sign": {"commands": [_command(0, "oci", ["ce", "cluster", "update-addon", "--addon-name=OciVcnIpNative"])], "count": 1},
		"followed by a reboot": {"commands": [_command(0, "oci", _update), _command(1, "oci", ["compute", "instance", "action", "--action", "SOFTRESET"])], "count": 0},
		"followed by cycling": {"commands": [_command(0, "oci", _update), _command(1, "oci", ["ce", "node-pool", "update", "--node-pool-cycling-details", null])], "count": 0},
		"followed by a drain": {"commands": [_command(0, "oci", _update), _command(1, "kubectl", ["drain", null])], "count": 0},
		"after a drain": {"commands": [_command(0, "kubectl", ["drain", null]), _command(1, "oci", _update)], "count": 1},
		"followed by a look": {"commands": [_command(0, "oci", _update), _command(1, "kubectl", ["get", "nodes"])], "count": 1},
		"another add-on": {"commands": [_command(0, "oci", ["ce", "cluster", "update-addon", "--addon-name", "CoreDNS"])], "count": 0},
		"shown only": {"commands": [_command(0, "oci", ["ce", "cluster", "get-addon", "--addon-name", "OciVcnIpNative"])], "count": 0},
		"written out only": {"commands": [_command(0, "echo", array.concat(["oci"], _update))], "count": 0},
		"throw-away cluster": {"commands": [object.union(_command(0, "oci", _update), {"ephemeral": true})], "count": 0},
		"followed by a drain in another script": {"commands": [_command(0, "oci", _update), object.union(_command(1, "kubectl", ["drain", null]), {"script": "s2"})], "count": 1},
		"of a cluster whose name is yet to come": {"commands": [_command(0, "oci", ["ce", "cluster", "update-addon", "--addon-name", "OciVcnIpNative", "--cluster-id", "replace-me"])], "count": 1},
		"followed by a reboot from within": {"commands": [_command(0, "oci", _update), _command(1, "ssh", [null, "sudo reboot"])], "count": 0},
		"followed by a look from within": {"commands": [_command(0, "oci", _update), _command(1, "ssh", [null, "uptime"])], "count": 1},
		"followed by a reboot of all": {"commands": [_command(0, "oci", _update), _command(1, "ansible", ["nodes", "-m", "reboot"])], "count": 0},
		"followed by Terraform": {"commands": [_command(0, "oci", _update), _command(1, "terraform", ["apply", "-replace=oci_core_instance.node"])], "count": 0},
		"followed by Terraform's plan": {"commands": [_command(0, "oci", _update), _command(1, "terraform", ["plan"])], "count": 1},
		"followed by OpenTofu": {"commands": [_command(0, "oci", _update), _command(1, "tofu", ["apply"])], "count": 0},
		"followed by Terragrunt": {"commands": [_command(0, "oci", _update), _command(1, "terragrunt", ["run-all", "apply"])], "count": 0},
		"followed by a playbook that reboots": {"commands": [_command(0, "oci", _update), _command(1, "ansible-playbook", ["playbooks/reboot-nodes.yml"])], "count": 0},
		"followed by another playbook": {"commands": [_command(0, "oci", _update), _command(1, "ansible-playbook", ["playbooks/site.yml"])], "count": 1},
	}
	found := rule.violations with input as {"facts": testing.facts, "commands": case.commands}
	count(found) == case.count
}

test_names_what_holds_later if {
	given := {"facts": object.union(testing.facts, {"network_addon_on_delete": true}), "commands": [_command(0, "oci", _update)]}
	found := rule.violations with input as given
	{violation.facts.when | some violation in found} == {"when they are replaced"}
}
