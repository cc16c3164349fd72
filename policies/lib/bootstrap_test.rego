package lib.bootstrap_test

import data.lib.bootstrap

_given(fields, mode) := {"bootstraps": [object.union({"id": "b1", "self_managed": false, "text_known": true}, fields)], "node_pools": [{"id": "p1", "mode": mode}]}

test_joining[note] if {
	some note, case in {
		"by its text": {"given": _given({"self_managed": true}, "managed"), "count": 1},
		"by its pool": {"given": _given({"pool": "p1"}, "self-managed"), "count": 1},
		"of a managed pool": {"given": _given({"pool": "p1"}, "managed"), "count": 0},
		"of no pool": {"given": _given({}, "self-managed"), "count": 0},
	}

	found := bootstrap.joining with input as case.given
	count(found) == case.count
}

test_complete[note] if {
	some note, case in {
		"known": {"fields": {"self_managed": true}, "count": 1},
		"not known": {"fields": {"self_managed": true, "text_known": false}, "count": 0},
		"of a node, but runs something else": {"fields": {"pool": "p1"}, "count": 0},
	}

	found := bootstrap.complete with input as _given(case.fields, "self-managed")
	count(found) == case.count
}

test_cut[expression] if {
	some expression in [
		`split(":", a)[0]`, `element(b, 0)`, "${ENDPOINT%%:*}", "$(x | cut -d: -f1)", `replace(a, ":6443", "")`,
		`regex("[0-9.]+", a)`, `trimsuffix(a, ":6443")`, "substr(a, 0, 8)", "$(x | awk -F: '{print $1}')", "$(x | sed s/:6443//)",
		`regexall("[0-9.]+", a)[0]`, `regexall("[0-9.]+", a)`, `trim(a, ":6443")`, "$(x | grep -oE '^[0-9.]+')", "$(x | grep -Eo '[0-9.]+')", "$(x | tr : ' ')",
		"$(x | perl -pe s/:6443//)", "$(x | python3 -c 'y')", "$(x | python -c 'y')", `$(jq -r '.x | sub(":6443";"")')`, `$(jq -r '.x | gsub(":.*";"")')`,
		`$(jq -r '.x | rtrimstr(":6443")')`, "${ENDPOINT/:6443/}",
		"${ENDPOINT%:6443}", "${endpoint%%:*}", `cut`, "local.parts[0]", "%%:6443", "%:6443",
	]
	bootstrap.cut(expression)
}

test_not_cut[expression] if {
	some expression in [
		"oci_containerengine_cluster.c.endpoints[0].private_endpoint", "$ENDPOINT", "", "var.shortcut", "var.endpoint_cutoff",
		"local.replaced", "awkward.endpoint", "$(x | grep private)", "$(x | grep -E one)", "$(x | egrep -vi other)", "var.subject", "$(x | trim_all)", "var.used", "parts[0].endpoint", "local.parts[1]", "$ENDPOINT%",
	]
	not bootstrap.cut(expression)
}

_calls(program, args) := {"bootstraps": [], "node_pools": [], "ocne": [], "ocne_commands": [], "commands": [{"program": program, "args": args}]}

test_other_make[note] if {
	some note, case in {
		"kubeadm": {"given": _calls("kubeadm", []), "count": 1},
		"a package of it": {"given": _calls("dnf", ["install", "-y", "kubeadm-1.30.1"]), "count": 1},
		"its version by a star": {"given": _calls("yum", ["install", "kubeadm*"]), "count": 1},
		"Debian's notation": {"given": _calls("apt-get", ["install", "kubeadm=1.30.1-1.1"]), "count": 1},
		"kubespray": {"given": _calls("git", ["clone", "kubespray"]), "count": 1},
		"a word that cannot be known": {"given": _calls("dnf", [null]), "count": 0},
		"another package": {"given": _calls("dnf", ["install", "my-kubeadm"]), "count": 0},
		"a longer name": {"given": _calls("dnf", ["install", "kubeadmin"]), "count": 0},
		"nothing": {"given": _calls("kubectl", ["get", "pods"]), "count": 0},
		"OCNE's configuration": {"given": object.union(_calls("make", []), {"ocne": [{"id": "f1"}]}), "count": 1},
		"OCNE's calls": {"given": object.union(_calls("make", []), {"ocne_commands": [{"id": "a1"}]}), "count": 1},
		"beside a script of a self-managed node": {"given": object.union(_calls("kubeadm", []), {"bootstraps": [{"self_managed": true}]}), "count": 0},
		"beside self-managed nodes": {"given": object.union(_calls("kubeadm", []), {"node_pools": [{"id": "p1", "mode": "self-managed"}]}), "count": 0},
		"beside managed nodes": {"given": object.union(_calls("kubeadm", []), {"node_pools": [{"id": "p1", "mode": "managed"}]}), "count": 1},
	}
	found := [true | bootstrap.other_make] with input as case.given
	count(found) == case.count
}
