#!/bin/bash
# Only the address is picked out of the answer.
ENDPOINT=$(oci ce cluster get --cluster-id "$CLUSTER" --query 'data.endpoints."private-endpoint"' --raw-output | grep -oE '^[0-9.]+')
bash /etc/oke/oke-install.sh --apiserver-endpoint "$ENDPOINT" --kubelet-ca-cert "$CA"
