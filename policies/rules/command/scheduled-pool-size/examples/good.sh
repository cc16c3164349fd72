# nodes: virtual, as-of: seed
oci ce virtual-node-pool update --virtual-node-pool-id "$POOL" --size 3 --force
kubectl autoscale deployment web --min=2 --max=10 --cpu-percent=70
