# nodes: virtual, as-of: seed
export NODE_PORT=$(kubectl get svc web -o jsonpath='{.spec.ports[0].nodePort}')
export NODE_IP=$(kubectl get nodes -o jsonpath='{.items[0].status.addresses[0].address}')
# curl "http://$NODE_IP:$NODE_PORT/"
curl -fsS "http://$NODE_IP:$NODE_PORT/healthz" # expect: node-address-with-node-port
URL=http://${NODE_IP}:${NODE_PORT} # expect: node-address-with-node-port
curl "$URL"
curl "http://$NODE_IP:30080/" # expect: node-address-with-node-port
