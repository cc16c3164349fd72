package rules.workload["third-party-pod-network_test"]

import data.lib.testing
import data.rules.workload["third-party-pod-network"] as rule

_severities(found) := {object.get(violation, "severity", "own") | some violation in found}

test_reported[note] if {
	some note, case in {
		"flannel": {"fields": {"name": "kube-flannel-ds"}, "value": {}, "severities": {"own"}},
		"agent": {"fields": {"name": "flannel-docs"}, "value": {}, "severities": set()},
		"map": {"fields": {"kind": "ConfigMap", "group": "", "name": "kube-flannel-cfg"}, "value": {}, "severities": {"own"}},
		"attachment": {"fields": {"kind": "NetworkAttachmentDefinition", "group": "k8s.cni.cncf.io"}, "value": {}, "severities": {"own"}},
		"account": {"fields": {"kind": "ServiceAccount", "group": "", "name": "kube-flannel"}, "value": {}, "severities": set()},
		"Multus": {"fields": {"name": "kube-multus-ds"}, "value": {}, "severities": {"own"}},
		"old group": {"fields": {"group": "extensions", "name": "kube-flannel-ds"}, "value": {}, "severities": {"own"}},
		"set of another API": {"fields": {"group": "example.com", "name": "kube-flannel-ds"}, "value": {}, "severities": set()},
		"map of Multus": {"fields": {"kind": "ConfigMap", "group": "", "name": "multus-cni-config"}, "value": {}, "severities": {"own"}},
		"another map": {"fields": {"kind": "ConfigMap", "group": "", "name": "coredns"}, "value": {}, "severities": set()},
		"map of another API": {"fields": {"kind": "ConfigMap", "group": "example.com", "name": "kube-flannel-cfg"}, "value": {}, "severities": set()},
		"map on managed nodes": {"fields": {"kind": "ConfigMap", "group": "", "name": "kube-flannel-cfg", "nodes": "managed"}, "value": {}, "severities": set()},
		"attachment of another API": {"fields": {"kind": "NetworkAttachmentDefinition", "group": "example.com"}, "value": {}, "severities": set()},
		"attachment on managed nodes": {"fields": {"kind": "NetworkAttachmentDefinition", "group": "k8s.cni.cncf.io", "nodes": "managed"}, "value": {}, "severities": set()},
		"managed": {"fields": {"name": "kube-flannel-ds", "nodes": "managed"}, "value": {}, "severities": set()},
	}

	found := rule.violations with input as testing.object_of(object.get(case.fields, "kind", "DaemonSet"), case.fields, case.value)
	_severities(found) == case.severities
}

test_interfaces_of_multus[note] if {
	some note, case in {
		"network": {"fields": {"pod_annotations": {"k8s.v1.cni.cncf.io/networks": "macvlan"}}, "count": 1},
		"default network": {"fields": {"kind": "CronJob", "pod_annotations": {"v1.multus-cni.io/default-network": "a"}}, "count": 1},
		"none": {"fields": {"pod_annotations": {"k8s.v1.cni.cncf.io/networks": ""}}, "count": 0},
		"status of a dump": {"fields": {"pod_annotations": {"k8s.v1.cni.cncf.io/network-status": "[]"}}, "count": 0},
		"managed": {"fields": {"nodes": "managed", "pod_annotations": {"k8s.v1.cni.cncf.io/networks": "macvlan"}}, "count": 0},
	}
	found := rule.violations with input as testing.pod_of(case.fields, {})
	count(found) == case.count
}
