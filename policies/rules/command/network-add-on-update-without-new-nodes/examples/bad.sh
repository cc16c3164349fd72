#!/usr/bin/env bash
set -euo pipefail

oci ce cluster update-addon --cluster-id "$CLUSTER_ID" --addon-name OciVcnIpNative --addon-version v2.2.0 --force # expect: network-add-on-update-without-new-nodes
kubectl get nodes
