# nodes: virtual, as-of: seed
cat <<'EOF' | kubectl apply -f -
apiVersion: v1
kind: List
items:
  - apiVersion: autoscaling.k8s.io/v1
    kind: VerticalPodAutoscaler # expect: vertical-pod-autoscaler
    metadata:
      name: web
    spec:
      updatePolicy: { updateMode: "Off" }
  - apiVersion: autoscaling/v2
    kind: HorizontalPodAutoscaler
    metadata:
      name: web
    spec:
      maxReplicas: 3
      scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }
EOF
