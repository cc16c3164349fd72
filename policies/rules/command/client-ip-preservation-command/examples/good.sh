# nodes: virtual, as-of: seed
kubectl patch svc web -p '{"spec":{"externalTrafficPolicy":"Cluster"}}'
kubectl patch svc web -p '{"spec":{"internalTrafficPolicy":"Local"}}'
helm upgrade --install edge ./charts/edge --set service.externalTrafficPolicy=Cluster
kubectl get svc -o jsonpath='{.items[?(@.spec.externalTrafficPolicy=="Local")].metadata.name}'
