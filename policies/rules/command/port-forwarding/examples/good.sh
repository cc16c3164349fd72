# nodes: virtual, as-of: seed
kubectl proxy --port=8001 &
helm test web
skaffold run
skaffold dev --port-forward=off
ssh -L 8080:web:80 bastion.example
kubectl explain pod # kubectl port-forward svc/web 80
