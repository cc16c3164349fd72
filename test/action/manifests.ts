// Manifests that tests put into repositories.

/** A deployment that does not run on virtual nodes when it has a volume on its host. */
export function deployment(name: string, hostPath: boolean): string {
  const volume = hostPath ? "          hostPath: { path: /var/data }" : "          emptyDir: {}";
  return `apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: shop }
spec:
  replicas: 1
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} } }
    spec:
      containers:
        - name: ${name}
          image: registry.example/${name}:1
          resources: { requests: { cpu: "1", memory: 1Gi }, limits: { cpu: "1", memory: 1Gi } }
      volumes:
        - name: data
${volume}
`;
}
