#!/usr/bin/env bash
set -euo pipefail
kubectl cordon "$NODE"
kubectl drain "$NODE" --ignore-daemonsets --delete-emptydir-data
oci compute instance terminate --instance-id "$INSTANCE_ID" --force
