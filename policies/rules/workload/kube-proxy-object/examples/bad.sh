# nodes: virtual, as-of: seed
kubectl apply -f - <<'MANIFEST'
apiVersion: v1
kind: ConfigMap
metadata:
  name: kube-proxy # expect: kube-proxy-object
  namespace: kube-system
data:
  mode: ipvs
MANIFEST
