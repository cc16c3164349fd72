# nodes: virtual, as-of: seed
istioctl install --set profile=minimal -y # expect: unsupported-package
linkerd install --crds | kubectl apply -f -
linkerd install | kubectl apply -f - # expect: unsupported-package
cilium install --version 1.16.5 # expect: unsupported-package
istioctl install --help
