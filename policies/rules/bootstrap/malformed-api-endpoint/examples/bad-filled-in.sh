#!/usr/bin/env bash
# as-of: seed
address=$(curl -fsS "$DIRECTORY/clusters/main/address")
bash /etc/oke/oke-install.sh --apiserver-endpoint "https://$address" --kubelet-ca-cert "$CLUSTER_CA" # expect: malformed-api-endpoint
