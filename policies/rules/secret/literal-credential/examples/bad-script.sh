# as-of: seed
kubectl create configmap settings --from-literal=LOG_LEVEL=info --from-literal=DB_PASSWORD=hunter2 # expect: literal-credential
kubectl set env deployment/web LOG_LEVEL=info DB_PASSWORD=hunter2 # expect: literal-credential
kubectl run migrate --image=fra.ocir.io/shop/migrate:1.4 --env=DATABASE_URL=postgres://shop:hunter2@database/shop # expect: literal-credential
helm upgrade --install web ./chart --set image.tag=1.4,auth.rootPassword=hunter2 # expect: literal-credential
helm upgrade --install web ./chart --set-string apiToken=hunter2 --set existingSecret=web # expect: literal-credential
