# as-of: seed
ENDPOINT=$(oci ce cluster get --cluster-id "$CLUSTER" --query 'data.endpoints."private-endpoint"' --raw-output | cut -d: -f1)
bash /etc/oke/oke-install.sh --apiserver-endpoint "$ENDPOINT" --kubelet-ca-cert "$CA"
