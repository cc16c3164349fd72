#!/bin/bash
kubectl apply -f - <<YAML
apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  hostNetwork: true
  containers:
    - name: web
      image: registry.example/web:1.4
YAML
kubectl exec web -- true
