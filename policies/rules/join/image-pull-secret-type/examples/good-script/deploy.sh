#!/bin/sh
# nodes: virtual, as-of: seed
kubectl create secret docker-registry registry --namespace shop --docker-server=registry.example
kubectl apply --namespace shop -f web.yaml
