# METADATA
# title: Target port in the node port range
# description: |
#   On virtual nodes the node ports of Services are open on the address of the pod itself. A Service that sends traffic to a
#   port from 30000 to 32767 of its pods collides with them.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
# custom:
#   severity: warning
#   target: virtual
#   requirements: [VNP-53]
#   message: "{subject} sends traffic to port {port:plain} of its pods, which lies in the range of node ports (30000 to 32767)."
#   remediation: "Let the containers listen on a port below 30000 or above 32767 and send the traffic there; nodePort itself may stay."
package rules.join["node-port-range-target-port"]

import data.lib.port as port_number
import data.lib.violation
import data.lib.virtual

violations contains violation.at(service, ["spec", "ports", i, field], {"port": port}) if {
	some service in input.index.objects.Service
	service.group == ""
	count(service.value.spec.selector) > 0
	not service.value.spec.type == "ExternalName"
	some i, declared in service.value.spec.ports
	not service.unknown[$"spec.ports.{i}.targetPort"]
	field := _field(declared)
	port := port_number.node_port(declared[field])
	pods := _selected(service)
	_concerned(service, pods)

	# A container that declares the port is reported there.
	every pod in pods {
		not port in object.get(pod, "container_ports", [])
	}
}

# A Service without target port sends to the port that it has itself.
_field(declared) := "port" if {
	object.get(declared, "targetPort", null) in {null, 0, ""}
} else := "targetPort"

_concerned(service, pods) if {
	count(pods) == 0
	virtual.bound(service)
}

_concerned(_, pods) if {
	some pod in pods
	virtual.bound(pod)
}

_selected(service) := [pod |
	some pod in input.index.pods
	every key, value in service.value.spec.selector {
		pod.pod_labels[key] == value
	}
	_near(pod.namespace, service.namespace)
]

_near(a, a)

_near("", _)

_near(_, "")
