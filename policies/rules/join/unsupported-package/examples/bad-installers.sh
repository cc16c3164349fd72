# nodes: virtual, as-of: seed
istioctl install --set profile=minimal -y # expect: unsupported-package
linkerd install --crds | kubectl apply -f -
linkerd install | kubectl apply -f - # expect: unsupported-package
cilium install --version 1.16.5 # expect: unsupported-package
istioctl install --help
helm install dashboard kubernetes-dashboard/kubernetes-dashboard # expect: unsupported-package
helm install scaler autoscaler/cluster-autoscaler # expect: unsupported-package
helm install vpa fairwinds-stable/vpa # expect: unsupported-package
kubectl apply -f https://github.com/flannel-io/flannel/releases/download/v0.26.1/kube-flannel.yml # expect: unsupported-package
helm install ingress ingress-nginx/ingress-nginx # expect: unadapted-package
kubectl apply -f https://github.com/kubernetes-sigs/metrics-server/releases/download/v0.7.2/components.yaml # expect: unadapted-package
istioctl --context prod -n istio-system install -f operator.yaml # expect: unsupported-package
istioctl manifest apply --set profile=demo # expect: unsupported-package
istioctl operator init # expect: unsupported-package
istioctl upgrade -y # expect: unsupported-package
istioctl install --dry-run
istioctl manifest generate --set profile=demo | kubectl delete -f -
istioctl kube-inject -f web.yaml | kubectl apply -f - # expect: unsupported-package
linkerd upgrade | kubectl apply --prune -l linkerd.io/control-plane-ns=linkerd -f - # expect: unsupported-package
linkerd install-cni | kubectl apply -f - # expect: unsupported-package
linkerd check --pre
cilium upgrade # expect: unsupported-package
cilium status --wait
kumactl install control-plane | kubectl apply -f - # expect: unsupported-package
osm install --mesh-name osm # expect: unsupported-package
./hack/vpa-up.sh # expect: unsupported-package
helm upgrade --install mesh istio/istiod --dry-run=server
curl -sSLo policies.yaml https://raw.githubusercontent.com/projectcalico/calico/v3.29.1/manifests/calico.yaml
kubectl apply -f policies.yaml # expect: unsupported-package
kubectl apply -f <(curl -s https://raw.githubusercontent.com/projectcalico/calico/v3.29.1/manifests/calico.yaml) # expect: unsupported-package
kubectl apply -f calico.yaml # expect: unsupported-package
kubectl apply -f https://raw.githubusercontent.com/istio/istio/release-1.24/samples/bookinfo/platform/kube/bookinfo.yaml
kubectl apply --dry-run=client -f https://raw.githubusercontent.com/projectcalico/calico/v3.29.1/manifests/calico.yaml
