#!/usr/bin/env bash
# The compartment is the shell's to fill in; everything else can be judged.
oci iam policy create --compartment-id "$COMPARTMENT_ID" --name join --description "nodes may join" \
  --statements '["Allow dynamic-group nodes to CLUSTER_JOIN in compartment id '"$COMPARTMENT_ID"'"]' # expect: invalid-statement
