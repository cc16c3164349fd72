# nodes: virtual, as-of: seed
# sudo node-doctor.sh --check
kubectl get events --sort-by=.lastTimestamp
echo "node-doctor.sh is for managed nodes"
