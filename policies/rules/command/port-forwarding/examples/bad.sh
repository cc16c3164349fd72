# nodes: virtual, as-of: seed
skaffold --profile staging run --port-forward # expect: port-forwarding
skaffold --profile staging run
