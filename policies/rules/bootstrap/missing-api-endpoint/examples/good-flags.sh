# as-of: seed
bash /etc/oke/oke-install.sh --kubelet-ca-cert "$CA" $OPTIONS
