# as-of: seed
set -euo pipefail
kubectl create secret generic database --from-literal=password="$DB_PASSWORD" --from-literal=token="$(oci secrets secret-bundle get --secret-id "$ID")"
kubectl create secret generic files --from-file=password=/run/secrets/password --from-env-file=.env
kubectl create secret docker-registry ocir --docker-server=fra.ocir.io --docker-username="$OCIR_USER" --docker-password="$OCIR_TOKEN"
kubectl create configmap settings --from-literal=password_policy=strict
kubectl get secret database -o jsonpath='{.data.password}'
