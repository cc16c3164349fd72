# as-of: seed
set -euo pipefail
CA=$(cat /root/ca.b64)
bash /etc/oke/oke-install.sh --kubelet-ca-cert "$CA" --kubelet-extra-args "--node-labels=pool=gpu" # expect: missing-api-endpoint
