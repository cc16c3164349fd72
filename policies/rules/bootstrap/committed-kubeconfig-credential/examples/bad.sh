#!/usr/bin/env bash
cat > ~/.kube/config <<EOF
apiVersion: v1
kind: Config
clusters:
  - name: oke
    cluster: { server: "https://10.0.0.12:6443" }
users:
  - name: ci
    user:
      token: a8f3c1d07be94e52 # expect: committed-kubeconfig-credential
EOF
