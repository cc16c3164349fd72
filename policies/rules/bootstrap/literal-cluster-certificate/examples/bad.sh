# as-of: seed
bash /etc/oke/oke-install.sh --apiserver-endpoint 10.0.0.3 --kubelet-ca-cert LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCk1JSUREakNDQWZhZ0F3SUJBZ0lSQU0= # expect: literal-cluster-certificate
