#!/bin/bash
set -e
kubectl -n shop create secret tls web --cert=web.crt --key=web.key # expect: committed-secret
kubectl -n shop create secret generic token --from-file=token=/run/secrets/token
