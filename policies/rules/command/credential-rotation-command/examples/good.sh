# nodes: virtual, as-of: seed
oci ce cluster get-credential-rotation-status --cluster-id "$CLUSTER"
oci ce cluster start-credential-rotation --help
