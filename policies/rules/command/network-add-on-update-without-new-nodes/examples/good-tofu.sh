#!/usr/bin/env bash
set -euo pipefail

oci ce cluster update-addon --cluster-id "$CLUSTER_ID" --addon-name OciVcnIpNative --addon-version v2.3.0 --force
tofu -chdir=nodes apply -auto-approve -replace=oci_core_instance.node
