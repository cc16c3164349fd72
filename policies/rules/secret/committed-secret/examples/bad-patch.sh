#!/bin/bash
set -euo pipefail

kubectl -n shop patch secret database --type merge -p '{"stringData":{"password":"k33pTh1sF4r"}}' # expect: committed-secret
kubectl -n shop patch secret/database --type json -p '[{"op":"add","path":"/data/key","value":"azMzcFRoMXNGNHI="}]' # expect: committed-secret
kubectl -n shop patch secret database -p "{\"stringData\":{\"password\":\"${DB_PASSWORD}\"}}"
kubectl -n shop rollout restart deployment web
