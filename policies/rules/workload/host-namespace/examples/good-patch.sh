# nodes: virtual, as-of: seed
kubectl -n shop patch deployment web -p '{"spec":{"template":{"spec":{"automountServiceAccountToken":true}}}}'
kubectl patch deployment web -p "$PATCH"
kubectl patch deployment web --type=json -p='[{"op":"remove","path":"/spec/template/spec/hostPID"}]'
kubectl patch node worker-1 -p '{"spec":{"unschedulable":true}}'
POD='apiVersion: v1
kind: Pod
spec:
  hostPID: true
'
echo "$POD"
