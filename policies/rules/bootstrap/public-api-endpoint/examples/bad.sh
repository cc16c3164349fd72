# as-of: seed
ENDPOINT=129.146.0.1
bash /etc/oke/oke-install.sh --apiserver-endpoint 129.146.0.1 --kubelet-ca-cert "$CA" # expect: public-api-endpoint
bash /etc/oke/oke-install.sh --apiserver-endpoint 10.0.0.3 --kubelet-ca-cert "$CA"
