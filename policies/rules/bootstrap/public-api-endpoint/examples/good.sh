# as-of: seed
ENDPOINT=10.0.0.3
bash /etc/oke/oke-install.sh --apiserver-endpoint "$ENDPOINT" --kubelet-ca-cert "$CA"
curl -k https://129.146.0.1:6443/healthz
