cluster_type = "BASIC_CLUSTER" # expect: basic-cluster-with-virtual-nodes
