#!/usr/bin/env bash
set -euo pipefail
oci ce cluster delete --cluster-id "$CLUSTER_ID" --force # expect: cluster-deleted-before-its-instances
