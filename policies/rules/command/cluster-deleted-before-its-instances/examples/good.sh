#!/usr/bin/env bash
oci ce cluster delete --cluster-id "$CLUSTER_ID" --force
