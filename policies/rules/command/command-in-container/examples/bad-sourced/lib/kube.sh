# nodes: virtual, as-of: seed
kube() { kubectl --context "$CONTEXT" -n shop "$@"; }
