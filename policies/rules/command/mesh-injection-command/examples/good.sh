# nodes: virtual, as-of: seed
kubectl label namespace shop istio-injection-
kubectl label namespace shop istio-injection=disabled --overwrite
kubectl get namespaces -l istio-injection=enabled
kubectl label namespace shop istio-injection=enabled --dry-run=client
echo "kubectl label namespace shop istio-injection=enabled"
