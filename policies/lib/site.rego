# The places of a cluster that security rules are about: the API endpoint, nodes, pods and load balancers. A site is
# `{"subnets": […], "guards": [{"subnet", "guard"}], "peer": …}`; it is undefined where the repository does not say all of it.
package lib.site

import data.lib.cluster as clusters
import data.lib.pool as node_pools
import data.lib.security
import data.lib.subnet as subnets

# METADATA
# description: where the pods of a pool are; `others` are groups that they are certainly not in, `all` every one but theirs
pods(pool, others) := _site([used.reference | some used in node_pools.pod_subnets(pool)], _known(pool, "pod_subnets"), object.get(pool, "pod_nsgs", []), _known(pool, "pod_nsgs"), _outside(pool, "pod_nsgs", others))

# METADATA
# description: where the nodes of a pool are
nodes(pool, others) := _site([used.reference | some used in node_pools.node_subnets(pool)], _known(pool, "placements"), object.get(pool, "nsgs", []), _known(pool, "nsgs"), _outside(pool, "nsgs", others))

# METADATA
# description: where the API endpoint of a cluster is
endpoint(cluster, others) := _site([cluster.endpoint_subnet], true, object.get(cluster, "endpoint_nsgs", []), _known(cluster, "endpoint_nsgs"), _outside(cluster, "endpoint_nsgs", others))

# METADATA
# description: where the load balancers of a cluster are, for Services that do not say it themselves
load_balancers(cluster, others) := _site(cluster.lb_subnets, _known(cluster, "lb_subnets"), [], _no_nsgs, others)

# Where all groups of a site are known, it is in no other.
_outside(entry, attribute, others) := others if not _all_known(entry, attribute)

_outside(entry, attribute, _) := "all" if _all_known(entry, attribute)

_all_known(entry, attribute) if {
	_known(entry, attribute)
	every nsg in object.get(entry, attribute, []) {
		nsg.id
	}
}

# NSGs of load balancers are named by Services, as OCIDs.
default _no_nsgs := true

_no_nsgs := false if {
	some service in input.index.objects.Service
	some key, _ in service.annotations
	endswith(key, "/oci-network-security-groups")
}

_site(references, complete, nsgs, nsgs_known, others) := {
	"subnets": found,
	"guards": [{"subnet": subnet, "guard": security.guard(subnet, nsgs, nsgs_known)} | some subnet in found],
	"peer": security.peer(found, nsgs, others),
} if {
	complete
	count(references) > 0
	found := [subnet | some reference in references; subnet := subnets.of(reference)]
	count(found) == count(references)
}

default _known(_, _) := true

_known(entry, attribute) := false if entry.unknown[attribute]

# METADATA
# description: 'rows of the table by kind of nodes (`virtual`, `native`), site and other site'
rows(kind, at, peer) := [row |
	some row in input.tables.security_rules.rows
	row.nodes == kind
	row.at == at
	row.peer == peer
]

# METADATA
# description: '`{subnet, guard, peer, row, pools, missing}` of what certainly is not admitted at the site for virtual nodes'
closed(at, peers) := [found |
	some key, pools in _closed
	key[0] == at
	key[1].peer in peers
	subnet := subnets.by_id[key[2]]
	some first in pools
	found := {
		"subnet": subnet,
		"guard": first.guard,
		"peer": first.peer,
		"row": key[1],
		"missing": [key[1].text],
		"pools": sort({entry.pool | some entry in pools}),
	}
]

# METADATA
# description: '`{subnet, texts, pools}`: the same, one for each subnet'
summary(at, peers) := [found |
	some id in {key[2] | some key, _ in _closed; key[0] == at; key[1].peer in peers}
	found := {
		"subnet": subnets.by_id[id],
		"texts": sort({key[1].text | some key, _ in _closed; key[0] == at; key[1].peer in peers; key[2] == id}),
		"pools": sort({entry.pool | some key, entries in _closed; key[0] == at; key[2] == id; some entry in entries}),
	}
]

_closed[[row.at, row, guarded.subnet.id]] contains {"pool": pool, "guard": guarded.guard, "peer": peer} if {
	some pool in clusters.virtual_pools
	some row in input.tables.security_rules.rows
	row.nodes == "virtual"
	some guarded in _guards(row.at, pool)
	peer := _peer(row.peer, pool)
	security.admits(guarded.guard, row, peer) == "no"
}

_guards("pods", pool) := pods(pool, []).guards

_guards("endpoint", pool) := endpoint(clusters.of(pool), []).guards

_guards("load-balancer", pool) := load_balancers(clusters.of(pool), []).guards

_peer("pods", pool) := pods(pool, []).peer

_peer("endpoint", pool) := endpoint(clusters.of(pool), object.get(pool, "pod_nsgs", [])).peer

_peer("load-balancer", pool) := load_balancers(clusters.of(pool), _own(pool)).peer

_peer("services", _) := security.services

# Load balancers are not in the groups of pods, nodes or the API endpoint unless a Service says so.
_own(pool) := array.concat(array.concat(object.get(pool, "pod_nsgs", []), object.get(pool, "nsgs", [])), groups("endpoint", pool)) if _no_nsgs

_own(_) := [] if not _no_nsgs

# METADATA
# description: the site by its name in the table
at("nodes", pool, others) := nodes(pool, others)

at("pods", pool, others) := pods(pool, others)

at("endpoint", pool, others) := endpoint(clusters.of(pool), others)

# METADATA
# description: the network security groups of the site
groups("nodes", pool) := object.get(pool, "nsgs", [])

groups("pods", pool) := object.get(pool, "pod_nsgs", [])

groups("endpoint", pool) := object.get(clusters.of(pool), "endpoint_nsgs", []) if clusters.of(pool)

groups("endpoint", pool) := [] if not clusters.of(pool)
