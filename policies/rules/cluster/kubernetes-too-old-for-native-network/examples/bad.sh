#!/usr/bin/env bash
# as-of: seed
set -euo pipefail

oci ce cluster create --name shop --compartment-id "$COMPARTMENT" --vcn-id "$VCN" --type ENHANCED_CLUSTER --kms-key-id "$KEY" --cluster-pod-network-options '[{"cniType":"OCI_VCN_IP_NATIVE"}]' --kubernetes-version v1.21.5 # expect: kubernetes-too-old-for-native-network
