#!/usr/bin/env bash
set -euo pipefail
for instance in "${INSTANCES[@]}"; do
  oci compute instance terminate --instance-id "$instance" --force
done
oci ce cluster delete --cluster-id "$CLUSTER_ID" --force
