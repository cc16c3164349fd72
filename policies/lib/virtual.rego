# What will, or may, run on virtual nodes. Severity for "may" is lowered once, in main.
package lib.virtual

_targets := {"virtual", "mixed-unknown"}

pods := [pod | some pod in input.workloads.pods; pod.nodes in _targets]

containers := [container | some container in input.workloads.containers; container.nodes in _targets]

volumes := [volume | some volume in input.workloads.volumes; volume.nodes in _targets]

indexed_pods := [pod | some pod in input.index.pods; pod.nodes in _targets]

# METADATA
# description: whether an object, chart or command concerns virtual nodes
bound(entry) if entry.nodes in _targets

# METADATA
# description: whether it runs on virtual nodes for certain
certain(entry) if entry.nodes == "virtual"
