# as-of: seed
kubectl create configmap settings --from-literal=LOG_LEVEL=info --from-literal=DB_PASSWORD="$DB_PASSWORD"
kubectl set env deployment/web --from=secret/database LOG_LEVEL=info DB_PASSWORD- DB_PASSWORD_FILE=/run/secrets/database/password
kubectl run migrate --image=fra.ocir.io/shop/migrate:1.4 --env=DATABASE_URL=postgres://shop@database/shop
helm upgrade --install web ./chart --set auth.existingSecret=database,auth.enabled=true,password=changeme -f values.yaml
helm upgrade --install web ./chart --set-string apiToken="${API_TOKEN:?}"
helm list --filter password=hunter2
