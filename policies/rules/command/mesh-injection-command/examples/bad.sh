# nodes: virtual, as-of: seed
kubectl label namespace shop istio-injection=enabled # expect: mesh-injection-command
kubectl label --overwrite ns/shop istio.io/rev="$REVISION" # expect: mesh-injection-command
kubectl annotate namespace shop linkerd.io/inject=enabled --overwrite # expect: mesh-injection-command
for namespace in shop tools; do
  kubectl label namespace "$namespace" 'istio.io/dataplane-mode=ambient' # expect: mesh-injection-command
done
