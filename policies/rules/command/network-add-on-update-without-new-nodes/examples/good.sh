#!/usr/bin/env bash
set -euo pipefail

oci ce cluster update-addon --cluster-id "$CLUSTER_ID" --addon-name OciVcnIpNative --addon-version v2.2.0 --force
for instance in $INSTANCES; do
  oci compute instance action --instance-id "$instance" --action SOFTRESET
done
