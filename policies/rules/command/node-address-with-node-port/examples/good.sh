# nodes: virtual, as-of: seed
POD_IP=$(kubectl get pod web -o jsonpath='{.status.podIP}')
NODE_PORT=$(kubectl get svc web -o jsonpath='{.spec.ports[0].nodePort}')
NODE_IP=$(kubectl get nodes -o jsonpath='{.items[0].status.addresses[0].address}')
curl "http://$POD_IP:$NODE_PORT/"
curl "http://$NODE_IP:9100/metrics"
echo "$NODE_IP" "$NODE_PORT"
# curl "http://$NODE_IP:$NODE_PORT/"
echo "http://$NODE_IP:$NODE_PORT/"
