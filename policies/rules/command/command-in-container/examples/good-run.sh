# nodes: virtual, as-of: seed
docker run --rm -v ~/.kube:/root/.kube bitnami/kubectl:1.31 get pods
docker exec web kubectl-docs exec
tmux rename-window 'kubectl exec'
kubectl ${KUBECTL_FLAGS:-} get pods exec
