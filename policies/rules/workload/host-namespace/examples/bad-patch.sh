# nodes: virtual, as-of: seed
kubectl -n shop patch deployment web -p '{"spec":{"template":{"spec":{"hostNetwork":true}}}}' # expect: host-namespace
kubectl patch statefulset/db --type=json -p='[{"op":"add","path":"/spec/template/spec/hostPID","value":true}]' # expect: host-namespace
kubectl run debug --image=fra.ocir.io/shop/tools:1.4 --overrides='{"spec":{"hostIPC":true}}' # expect: host-namespace
POD='apiVersion: v1
kind: Pod
metadata:
  name: probe
spec:
  hostPID: true # expect: host-namespace
  containers:
    - name: probe
      image: fra.ocir.io/shop/tools:1.4
      resources: { requests: { cpu: "1", memory: 1Gi }, limits: { cpu: "1", memory: 1Gi } }
'
echo "$POD" | kubectl apply -f -
