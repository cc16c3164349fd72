# as-of: seed
# bash /etc/oke/oke-install.sh --kubelet-ca-cert "$CA"
echo "bash /etc/oke/oke-install.sh --kubelet-ca-cert CA"
bash /etc/oke/oke-install.sh \
  --apiserver-endpoint "${api_endpoint}" \
  --kubelet-ca-cert "${cluster_ca}"
