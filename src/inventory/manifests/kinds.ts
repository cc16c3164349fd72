// Resource types of Terraform's kubernetes provider and what they are in Kubernetes. Takes a type, gives API version and kind.
import { own } from "../../model/own.ts";

type Kind = { readonly apiVersion: string; readonly kind: string };

const KINDS: Readonly<Record<string, string>> = {
  api_service: "apiregistration.k8s.io/v1 APIService",
  certificate_signing_request: "certificates.k8s.io/v1 CertificateSigningRequest",
  cluster_role: "rbac.authorization.k8s.io/v1 ClusterRole",
  cluster_role_binding: "rbac.authorization.k8s.io/v1 ClusterRoleBinding",
  config_map: "v1 ConfigMap",
  cron_job: "batch/v1 CronJob",
  csi_driver: "storage.k8s.io/v1 CSIDriver",
  daemon_set: "apps/v1 DaemonSet",
  daemonset: "apps/v1 DaemonSet",
  default_service_account: "v1 ServiceAccount",
  deployment: "apps/v1 Deployment",
  endpoint_slice: "discovery.k8s.io/v1 EndpointSlice",
  endpoints: "v1 Endpoints",
  horizontal_pod_autoscaler: "autoscaling/v2 HorizontalPodAutoscaler",
  ingress: "networking.k8s.io/v1 Ingress",
  ingress_class: "networking.k8s.io/v1 IngressClass",
  job: "batch/v1 Job",
  limit_range: "v1 LimitRange",
  mutating_webhook_configuration: "admissionregistration.k8s.io/v1 MutatingWebhookConfiguration",
  namespace: "v1 Namespace",
  network_policy: "networking.k8s.io/v1 NetworkPolicy",
  persistent_volume: "v1 PersistentVolume",
  persistent_volume_claim: "v1 PersistentVolumeClaim",
  pod: "v1 Pod",
  pod_disruption_budget: "policy/v1 PodDisruptionBudget",
  priority_class: "scheduling.k8s.io/v1 PriorityClass",
  replication_controller: "v1 ReplicationController",
  resource_quota: "v1 ResourceQuota",
  role: "rbac.authorization.k8s.io/v1 Role",
  role_binding: "rbac.authorization.k8s.io/v1 RoleBinding",
  runtime_class: "node.k8s.io/v1 RuntimeClass",
  secret: "v1 Secret",
  service: "v1 Service",
  service_account: "v1 ServiceAccount",
  stateful_set: "apps/v1 StatefulSet",
  storage_class: "storage.k8s.io/v1 StorageClass",
  validating_webhook_configuration: "admissionregistration.k8s.io/v1 ValidatingWebhookConfiguration",
};

/** `kubernetes_deployment`, `kubernetes_deployment_v1`, `kubernetes_horizontal_pod_autoscaler_v2beta2`. */
export function kindOf(type: string): Kind | undefined {
  const name = /^kubernetes_(.+?)(?:_v\d+(?:(?:alpha|beta)\d+)?)?$/.exec(type)?.[1];
  const found = name === undefined ? undefined : own(KINDS, name);
  if (found === undefined) return undefined;
  const [apiVersion, kind] = found.split(" ") as [string, string];
  return { apiVersion, kind };
}
