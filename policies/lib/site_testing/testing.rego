# The network of a cluster with virtual nodes for tests: subnets of pods, load balancers and the API endpoint, each with a security list.
# Left out of the build.
package lib.site_testing

import data.lib.testing

_rows := [
	{"nodes": "virtual", "at": "pods", "direction": "ingress", "peer": "load-balancer", "protocol": "tcp", "min": 30000, "max": 32767, "text": "TCP node ports"},
	{"nodes": "virtual", "at": "pods", "direction": "ingress", "peer": "load-balancer", "protocol": "udp", "min": 30000, "max": 32767, "text": "UDP node ports"},
	{"nodes": "virtual", "at": "pods", "direction": "ingress", "peer": "load-balancer", "protocol": "tcp", "min": 10256, "max": 10256, "text": "TCP 10256"},
	{"nodes": "virtual", "at": "load-balancer", "direction": "egress", "peer": "pods", "protocol": "tcp", "min": 30000, "max": 32767, "text": "TCP node ports"},
	{"nodes": "virtual", "at": "load-balancer", "direction": "egress", "peer": "pods", "protocol": "tcp", "min": 10256, "max": 10256, "text": "TCP 10256"},
	{"nodes": "virtual", "at": "endpoint", "direction": "ingress", "peer": "pods", "protocol": "tcp", "min": 12250, "max": 12250, "text": "TCP 12250"},
	{"nodes": "virtual", "at": "endpoint", "direction": "egress", "peer": "services", "protocol": "tcp", "min": 443, "max": 443, "text": "TCP 443"},
]

# METADATA
# description: a Service that makes a load balancer
service := {"id": "o1", "group": "", "nodes": "virtual", "annotations": {}, "value": {"spec": {"type": "LoadBalancer", "ports": [{"port": 80}]}}}

# METADATA
# description: 'ingress over TCP on every port, in the security list with this id (`lbl`, `podsl` or `apil`), with fields replaced'
rule(list, fields) := object.union({"holder": testing.at(list), "peer_kind": "cidr", "protocol": "tcp", "direction": "ingress", "unknown": {}}, fields)

# METADATA
# description: the field of a rule that says its ports
ports(min, max) := {"ports": {"min": min, "max": max}}

# METADATA
# description: input with these rules and Services; the load balancers are in 10.0.1.0/24, the pods in 10.0.2.0/24, the endpoint in 10.0.3.0/28
given(rules, services) := {
	"facts": testing.facts,
	"tables": {"security_rules": {"rows": _rows}},
	"clusters": [testing.resource("c1", {"lb_subnets": [testing.at("lb")], "endpoint_subnet": testing.at("api")})],
	"node_pools": [testing.resource("p1", {"mode": "virtual", "cluster": testing.at("c1"), "pod_subnets": [testing.at("pods")]})],
	"subnets": [_subnet("lb", "10.0.1.0/24"), _subnet("pods", "10.0.2.0/24"), _subnet("api", "10.0.3.0/28")],
	"security_lists": [testing.resource(id, {"complete": true}) | some id in ["lbl", "podsl", "apil"]],
	"nsgs": [testing.resource("n1", {"complete": true})],
	"security_rules": rules,
	"index": {"pods": [], "objects": {"Service": services}},
}

_subnet(id, cidr) := testing.resource(id, {"cidrs": [cidr], "security_lists": [testing.at($"{id}l")]})
