# as-of: seed
curl --fail -H "Authorization: Bearer Oracle" -L0 http://169.254.169.254/opc/v2/instance/metadata/oke_init_script | base64 --decode >/var/run/oke-init.sh # expect: managed-node-script
bash /etc/oke/oke-install.sh --apiserver-endpoint 10.0.0.3 --kubelet-ca-cert "$CA"
