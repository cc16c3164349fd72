# nodes: virtual, as-of: seed
kubectl describe pod web-0
kubectl get pod web-0 -o yaml # kubectl debug web-0
helm install web ./chart --debug
