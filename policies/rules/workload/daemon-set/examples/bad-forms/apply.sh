kubectl apply -f - <<EOF
apiVersion: apps.kruise.io/v1alpha1
kind: DaemonSet # expect: daemon-set
metadata:
  name: agent
spec:
  template:
    spec:
      containers: []
EOF
