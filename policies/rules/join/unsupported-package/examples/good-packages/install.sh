kubectl apply -f calico.yaml
helm repo add istio https://istio-release.storage.googleapis.com/charts
helm uninstall istiod
istioctl version
linkerd uninstall | kubectl delete -f -
kubectl delete -f https://raw.githubusercontent.com/projectcalico/calico/v3.29.1/manifests/calico.yaml
