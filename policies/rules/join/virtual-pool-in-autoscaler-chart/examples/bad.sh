# nodes: mixed
helm upgrade --install autoscaler autoscaler/cluster-autoscaler --set 'autoscalingGroups[0].name=ocid1.virtualnodepool.oc1.iad.aaaa' # expect: virtual-pool-in-autoscaler-chart
