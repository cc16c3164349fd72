# The places of a cluster that security rules are about: the API endpoint, nodes, pods and load balancers. A site is
# `{"subnets": […], "guards": [{"subnet", "guard"}], "peer": …}`; each is undefined where the repository does not say all of it.
package lib.site

import data.lib.cluster as clusters
import data.lib.pool as node_pools
import data.lib.security
import data.lib.subnet as subnets

# METADATA
# description: where the pods of a pool are
pods(pool, others) := _site([used.reference | some used in node_pools.pod_subnets(pool)], _known(pool, "pod_subnets"), pool.pod_nsgs, _known(pool, "pod_nsgs"), others) if pool.pod_nsgs

pods(pool, others) := _site([used.reference | some used in node_pools.pod_subnets(pool)], _known(pool, "pod_subnets"), [], _known(pool, "pod_nsgs"), others) if not pool.pod_nsgs

# METADATA
# description: where the nodes of a pool are
nodes(pool, others) := _site([used.reference | some used in node_pools.node_subnets(pool)], _known(pool, "placements"), object.get(pool, "nsgs", []), _known(pool, "nsgs"), others)

# METADATA
# description: where the API endpoint of a cluster is
endpoint(cluster, others) := _site([cluster.endpoint_subnet], true, object.get(cluster, "endpoint_nsgs", []), _known(cluster, "endpoint_nsgs"), others)

# METADATA
# description: where the load balancers of a cluster are, for Services that do not say it themselves
load_balancers(cluster, others) := _site(cluster.lb_subnets, _known(cluster, "lb_subnets"), [], _no_nsgs, others)

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
# description: the rows of the table that the guard certainly does not admit, as texts
missing(rows, guard, peer) := [row.text |
	some row in rows
	security.admits(guard, row, _peer_of(row, peer)) == "no"
]

_peer_of(row, peer) := peer if row.peer != "services"

_peer_of(row, _) := security.services if row.peer == "services"

# METADATA
# description: 'rows of the table by kind of nodes (`virtual`, `native`), site and other site'
rows(kind, at, peer) := [row |
	some row in input.tables.security_rules.rows
	row.nodes == kind
	row.at == at
	row.peer == peer
]

# METADATA
# description: the cluster of a pool
cluster(pool) := clusters.of(pool)
