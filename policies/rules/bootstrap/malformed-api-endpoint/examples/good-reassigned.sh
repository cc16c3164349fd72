#!/bin/bash
ENDPOINT=$(oci ce cluster get --cluster-id "$CLUSTER" --query 'data.endpoints."private-endpoint"' --raw-output)
ENDPOINT=${ENDPOINT%:*}
bash /etc/oke/oke-install.sh --apiserver-endpoint "$ENDPOINT" --kubelet-ca-cert "$CA"
