package rules.bootstrap["node-upgraded-in-place_test"]

import data.lib.testing
import data.rules.bootstrap["node-upgraded-in-place"] as rule

_pool := {"id": "p1", "address": "oci_core_instance.node", "mode": "self-managed", "form": "instance", "cloud_init": {"state": "stated", "encoding": "base64"}, "unknown": {}}

_given(fields) := {"facts": testing.facts, "bootstraps": [], "commands": [], "node_pools": [object.union(_pool, fields)]}

test_reported[note] if {
	some note, case in {
		"all": {"entry": {"ignore_changes": ["all"]}, "severities": {"own"}},
		"image": {"entry": {"ignore_changes": ["source_details"]}, "severities": {"own"}},
		"part of the image": {"entry": {"ignore_changes": ["source_details[0].source_id"]}, "severities": {"own"}},
		"metadata": {"entry": {"ignore_changes": ["metadata"]}, "severities": {"own"}},
		"one key of the metadata": {"entry": {"ignore_changes": ["metadata[\"user_data\"]"]}, "severities": set()},
		"the details of a configuration": {"entry": {"ignore_changes": ["instance_details[0].launch_details"]}, "severities": {"own"}},
		"the configuration of a pool": {"entry": {"ignore_changes": ["instance_configuration_id"]}, "severities": {"own"}},
		"tags": {"entry": {"ignore_changes": ["defined_tags"]}, "severities": set()},
		"managed pool": {"entry": {"mode": "managed", "ignore_changes": ["all"]}, "severities": set()},
	}

	found := rule.violations with input as _given(case.entry)
	{_severity(violation) | some violation in found} == case.severities
}

_severity(violation) := object.get(violation, "severity", "own")

test_place if {
	found := rule.violations with input as _given({"ignore_changes": ["all"]})
	{violation.path | some violation in found} == {["ignore_changes", 0]}
}

_run(program, args, pools) := object.union(testing.commands([{"program": program, "args": args}]), {"node_pools": pools, "bootstraps": []})

_ssh(text) := _texts("ssh", text)

_texts(program, text) := _each(_run(program, [], []), {"text": text})

_ephemeral(given) := _each(given, {"ephemeral": true})

_each(given, fields) := object.union(given, {"commands": [object.union(call, fields) | some call in given.commands]})

test_ways_to_update[words] if {
	some words in [
		["dnf", "update"], ["dnf", "upgrade-minimal"], ["dnf", "update-minimal"], ["yum", "upgrade"], ["microdnf", "upgrade"],
		["apt", "full-upgrade"], ["apt", "upgrade"], ["apt-get", "dist-upgrade"], ["apt-get", "--only-upgrade"],
	]
	count(rule.violations) == 1 with input as _run(words[0], [words[1], "kubelet"], [_pool])
}

test_command[note] if {
	some note, case in {
		"kubelet": {"given": _run("dnf", ["update", "-y", "kubelet"], [_pool]), "count": 1},
		"kubelet of a version": {"given": _run("yum", ["upgrade", "kubelet-1.30.1"], [_pool]), "count": 1},
		"a package file": {"given": _run("rpm", ["-Uvh", "kubelet-1.31.1.x86_64.rpm"], []), "count": 1},
		"a fresher package file": {"given": _run("rpm", ["--freshen", "kubelet-1.31.1.x86_64.rpm"], []), "count": 1},
		"a first package file": {"given": _run("rpm", ["-ivh", "kubelet-1.31.1.x86_64.rpm"], []), "count": 0},
		"a question": {"given": _run("rpm", ["-q", "kubelet"], []), "count": 0},
		"kubelet alone": {"given": _run("dnf", ["update", "-y", "kubelet"], []), "count": 1},
		"kubelet beside kubeadm": {"given": _run("dnf", ["update", "-y", "kubelet", "kubeadm"], []), "count": 0},
		"kubelet of OCNE": {"given": object.union(_run("dnf", ["update", "-y", "kubelet"], []), {"ocne": [{"id": "o1"}]}), "count": 0},
		"through ssh": {"given": _ssh("ssh opc@node 'sudo dnf -y update kubelet'"), "count": 1},
		"two packages through ssh": {"given": _ssh("ssh node \"sudo apt-get install --only-upgrade -y kubelet oci-oke-node-all-1.31.1 && reboot\""), "count": 2},
		"something else through ssh": {"given": _ssh("ssh node 'sudo dnf update -y && systemctl restart kubelet'"), "count": 0},
		"node package": {"given": _run("yum", ["upgrade", "oci-oke-node-all*"], []), "count": 1},
		"node package of Ubuntu": {"given": _run("apt-get", ["install", "--only-upgrade", "oci-oke-node-all-1.31.1"], []), "count": 1},
		"first installation": {"given": _run("apt-get", ["install", "-y", "oci-oke-node-all-1.31.1"], []), "count": 0},
		"everything": {"given": _run("dnf", ["update", "-y"], [_pool]), "count": 0},
		"another package": {"given": _run("dnf", ["update", "kubelet-exporter"], [_pool]), "count": 0},
		"unknown words": {"given": _run("dnf", [null, "update"], [_pool]), "count": 0},
		"written out only": {"given": _texts("echo", "echo 'sudo dnf update kubelet'"), "count": 0},
		"through ssh to a throw-away host": {"given": _ephemeral(_ssh("ssh node 'sudo dnf update kubelet'")), "count": 0},
		"on a throw-away host": {"given": _ephemeral(_run("dnf", ["update", "kubelet"], [_pool])), "count": 0},
		"another kind of package": {"given": _run("helm", ["upgrade", "kubelet", "./chart"], [_pool]), "count": 0},
	}

	found := rule.violations with input as case.given
	count(found) == case.count
}

test_ways_to_update_elsewhere[words] if {
	some words, expected in {
		"microdnf upgrade kubelet": 1,
		"yum -y update-minimal kubelet": 1,
		"dnf upgrade-minimal -y kubelet": 1,
		"apt-get dist-upgrade kubelet": 1,
		"apt full-upgrade -y oci-oke-node-all": 1,
		"dnf updateinfo list kubelet": 0,
		"dnf check-update kubelet": 0,
	}
	count(rule.violations) == expected with input as _ssh($"ssh node 'sudo {words}'")
}
