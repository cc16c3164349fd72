# as-of: seed
set -euo pipefail
DB_PASSWORD=hunter2-Xa93
kubectl create secret generic database --from-literal=username=shop --from-literal=password=hunter2-Xa93 # expect: committed-secret
kubectl -n shop create secret generic copy --from-literal="password=$DB_PASSWORD" --dry-run=client -o yaml | kubectl apply -f - # expect: committed-secret
kubectl create secret docker-registry ocir --docker-server=fra.ocir.io --docker-username=ns/ci --docker-password='Aut#Tok3n(9' # expect: committed-secret
kubectl create secret generic names --from-literal username=shop # expect: committed-secret
kubectl create secret generic later --from-literal=password=changeme # expect: placeholder-secret
