// Makes Kubernetes manifests from a seed, the same on every machine: mostly workloads, some with what virtual nodes refuse.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const PER_FILE = 20;

/** A small generator of numbers in [0, 1) (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function writeManifests(folder: string, documents: number, seed: number): void {
  const random = seeded(seed);
  mkdirSync(folder, { recursive: true });
  for (let file = 0; file * PER_FILE < documents; file++) {
    const count = Math.min(PER_FILE, documents - file * PER_FILE);
    const texts = Array.from({ length: count }, (_, index) => manifest(file * PER_FILE + index, random));
    writeFileSync(join(folder, `app-${String(file).padStart(4, "0")}.yaml`), texts.join("---\n"));
  }
}

function manifest(index: number, random: () => number): string {
  const kind = random();
  if (kind < 0.25) return service(index);
  if (kind < 0.35) return configMap(index);
  return workload(index, random);
}

function service(index: number): string {
  return `apiVersion: v1
kind: Service
metadata:
  name: app-${index}
  namespace: shop
  labels: { app: app-${index} }
spec:
  type: ClusterIP
  selector: { app: app-${index} }
  ports:
    - { name: http, port: 80, targetPort: 8080 }
`;
}

function configMap(index: number): string {
  return `apiVersion: v1
kind: ConfigMap
metadata:
  name: app-${index}
  namespace: shop
data:
  application.properties: |
    server.port=8080
    logging.level=info
    name=app-${index}
`;
}

function workload(index: number, random: () => number): string {
  const fault = random();
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: app-${index}
  namespace: shop
  labels:
    app.kubernetes.io/name: app-${index}
    app.kubernetes.io/part-of: shop
spec:
  replicas: ${random() < 0.95 ? 1 : 3}
  selector:
    matchLabels:
      app.kubernetes.io/name: app-${index}
  template:
    metadata:
      labels:
        app.kubernetes.io/name: app-${index}
    spec:
      serviceAccountName: app-${index}
${fault < 0.05 ? "      hostNetwork: true\n" : ""}      containers:
        - name: app
          image: registry.example/shop/app-${index}:1.${index % 40}
          ports:
            - containerPort: 8080
          env:
            - { name: LOG_LEVEL, value: info }
            - name: POD_NAME
              valueFrom: { fieldRef: { fieldPath: metadata.name } }
          resources:
            requests: { cpu: "1", memory: 1Gi }
            limits: { cpu: "${fault > 0.95 ? 2 : 1}", memory: 1Gi }
          readinessProbe:
            httpGet: { path: /health, port: 8080 }
          volumeMounts:
            - { name: config, mountPath: /etc/app }
        - name: sidecar
          image: registry.example/shop/sidecar:2.1
          resources:
            requests: { cpu: "1", memory: 512Mi }
            limits: { cpu: "1", memory: 512Mi }
      volumes:
        - name: config
          configMap: { name: app-${index} }
${fault > 0.9 && fault < 0.95 ? "        - name: data\n          hostPath: { path: /data }\n" : ""}`;
}
