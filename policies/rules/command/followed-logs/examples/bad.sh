# nodes: virtual, as-of: seed
set -euo pipefail
KUBECTL=${KUBECTL:-kubectl}

kubectl logs -f deploy/web # expect: followed-logs
kubectl -n shop logs --follow web # expect: followed-logs
kubectl logs --follow=true web # expect: followed-logs
kubectl logs -fc app web --tail=1 # expect: followed-logs
sudo timeout 30 kubectl logs -f web | grep -m1 ready # expect: followed-logs
env KUBECONFIG=./config kubectl logs -f web >web.log & # expect: followed-logs
"$KUBECTL" logs -f web # expect: followed-logs
${KUBECTL:-kubectl} --context prod logs --since 1h -f web # expect: followed-logs
k logs -f web # expect: followed-logs
microk8s kubectl logs -f web # expect: followed-logs

( kubectl version; kubectl logs \
  --namespace shop \
  --follow \
  deploy/web )

for pod in $(kubectl get pods -o name); do
  kubectl logs -f "$pod" & # expect: followed-logs
done

tail_logs() {
  kubectl logs "$1" -f --all-containers # expect: followed-logs
}

kubectl get pods -o name | xargs -n1 kubectl logs -f # expect: followed-logs
if ! kubectl wait --for=condition=ready pod/web; then kubectl logs -f web; fi # expect: followed-logs
sh -c 'kubectl logs -f web' # expect: followed-logs

stern --namespace shop web # expect: followed-logs
kail --ns shop # expect: followed-logs
kubetail web # expect: followed-logs
k9s --readonly # expect: followed-logs
