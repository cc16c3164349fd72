# nodes: virtual, as-of: seed
deployment "dev" {
  inputs = {
    cluster_type = "BASIC_CLUSTER" # expect: basic-cluster-with-virtual-nodes
  }
}

deployment "prod" {
  inputs = {
    cluster_type = "ENHANCED_CLUSTER"
  }
}
