#!/bin/sh
# nodes: virtual, as-of: seed
kubectl create secret generic registry --namespace shop --from-file=.dockerconfigjson=config.json # expect: image-pull-secret-type
kubectl apply --namespace shop -f web.yaml
