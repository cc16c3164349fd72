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
