#!/bin/bash
ENDPOINT=$(oci ce cluster get --cluster-id "$CLUSTER" | jq -r '.data.endpoints."private-endpoint" | sub(":6443$"; "")')
bash /etc/oke/oke-install.sh --apiserver-endpoint "$ENDPOINT" --kubelet-ca-cert "$CA"
