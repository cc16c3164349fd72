# nodes: virtual, as-of: seed
set -euo pipefail

docker run --rm -it -v ~/.kube:/root/.kube bitnami/kubectl:1.31 exec web-0 -- env # expect: command-in-container
tmux new-session -d -s shell 'kubectl exec -it web-0 -- sh' # expect: command-in-container
kubectl ${KUBECTL_FLAGS:-} exec web-0 -- env # expect: command-in-container

args=(-n shop)
[[ -n ${CONTEXT:-} ]] && args+=(--context "$CONTEXT")
kubectl "${args[@]}" exec web-0 -- env # expect: command-in-container
