# nodes: virtual, as-of: seed
kubectl patch svc web -p '{"spec":{"externalTrafficPolicy":"Local"}}' # expect: client-ip-preservation-command
kubectl patch service/web --type=json -p='[{"op":"replace","path":"/spec/externalTrafficPolicy","value":"Local"}]' # expect: client-ip-preservation-command
helm upgrade --install edge ./charts/edge --set service.externalTrafficPolicy=Local # expect: client-ip-preservation-command
helm upgrade --install edge ./charts/edge --set-json 'service={"type":"LoadBalancer","externalTrafficPolicy":"Local"}' # expect: client-ip-preservation-command
