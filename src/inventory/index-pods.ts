// Slim pods for joins. Takes the workloads, gives one entry per pod with what other objects refer to.
import type { Json } from "../model/document.ts";
import { groupBy } from "../model/group.ts";
import type {
  Container,
  IndexedPod,
  KubernetesObject,
  Pod,
  Volume,
  Workloads,
} from "../model/inventory/workload.ts";
import { claimTemplates } from "./claim-templates.ts";
import { fixedAddresses } from "./fixed-addresses.ts";
import { at, elements, isObject, text, texts } from "./kubernetes.ts";

export function indexedPods({ pods, containers, volumes, objects }: Workloads): IndexedPod[] {
  const containersOf = groupBy(containers, (container) => container.pod);
  const volumesOf = groupBy(volumes, (volume) => volume.pod);
  const owners = new Map(
    Object.values(objects).flatMap((list) => list.map((object) => [object.id, object] as const)),
  );
  const known = new Set<string>();
  return pods.map((pod) => {
    const owner = owners.get(pod.object);
    const one = indexed(pod, containersOf.get(pod.id) ?? [], volumesOf.get(pod.id) ?? [], owner);
    if (owner === undefined || known.has(owner.id)) return one;
    known.add(owner.id);
    const templates = claimTemplates(owner.group, owner.value, owner.unknown);
    return templates.length > 0 ? { ...one, claim_templates: templates } : one;
  });
}

function indexed(
  pod: Pod,
  containers: readonly Container[],
  volumes: readonly Volume[],
  owner: KubernetesObject | undefined,
): IndexedPod {
  const {
    spec,
    unknown,
    replicas,
    id,
    object,
    patches,
    nodes,
    kind,
    group,
    namespace,
    name,
    partial,
    exported,
    labels,
    pod_labels,
    pod_annotations,
  } = pod;
  const token = spec["automountServiceAccountToken"];
  const names = (list: readonly (Json | undefined)[]) => [
    ...new Set(list.map(text).filter((name) => name !== "")),
  ];
  const addresses = fixedAddresses(pod, containers);
  const stated = containers.filter(({ list }) => list === "containers");
  const terms = nodeTerms(spec["affinity"]);
  return {
    id,
    object,
    ...(patches !== undefined && { patches }),
    nodes,
    kind,
    group,
    namespace,
    name,
    partial,
    exported,
    labels,
    pod_labels,
    replicas: replicas ?? 1,
    service_account: text(spec["serviceAccountName"]) || text(spec["serviceAccount"]),
    ...(typeof token === "boolean" && { automount_token: token }),
    images: names(containers.map(({ value }) => value["image"])),
    has_resources:
      stated.length > 0 &&
      stated.every(({ requests, limits }) => Object.keys(requests).length + Object.keys(limits).length > 0),
    ...cpu(stated),
    ...filled({
      pod_annotations,
      runtime_class: text(spec["runtimeClassName"]),
      image_pull_secrets: elements(spec["imagePullSecrets"]).map((secret) => text(at(secret, ["name"]))),
      claims: volumes.flatMap((volume) => {
        const claim = text(at(volume.value, ["persistentVolumeClaim", "claimName"]));
        return claim === ""
          ? []
          : [{ volume: volume.name, index: Number(volume.id.slice(volume.id.lastIndexOf("/") + 1)), claim }];
      }),
      secrets: names([
        ...volumes.flatMap(({ value }) => [
          at(value, ["secret", "secretName"]),
          ...projected(value, ["secret", "name"]),
        ]),
        ...containers.flatMap((container) => environment(container, "secretKeyRef", "secretRef")),
      ]),
      node_selector: texts(spec["nodeSelector"]),
      node_terms: terms,
      node_label_keys: nodeLabelKeys(spec),
      fixed_addresses: addresses,
      container_ports: containers.flatMap(({ value }) =>
        elements(value["ports"]).flatMap((port) => portNumber(at(port, ["containerPort"]))),
      ),
      pod_security: isObject(spec["securityContext"]) ? spec["securityContext"] : {},
      projected_token: volumes.some(({ value }) =>
        projected(value, ["serviceAccountToken"]).some((token) => token !== undefined),
      ),
      spread:
        elements(spec["topologySpreadConstraints"]).length > 0 ||
        isObject(at(spec, ["affinity", "podAntiAffinity"])),
    }),
    unknown: { ...unknown, ...hiddenReplicas(owner) },
  };
}

/** Without what is empty or false: most pods have few of these, and all of them reach the rules at once. */
function filled<Fields extends Readonly<Record<string, Json | object>>>(fields: Fields): Partial<Fields> {
  const stated: Record<string, Json | object> = {};
  for (const [name, value] of Object.entries(fields))
    if (typeof value === "object" ? Object.keys(value ?? {}).length > 0 : Boolean(value))
      stated[name] = value;
  return stated as Partial<Fields>;
}

function hiddenReplicas(owner: KubernetesObject | undefined): { readonly replicas?: string } {
  const hidden = owner?.unknown["spec.replicas"] ?? owner?.unknown["spec"];
  return hidden === undefined ? {} : { replicas: hidden };
}

/** What the terms of required node affinity ask for with `In`; empty as soon as a term asks for nothing in this way. */
function nodeTerms(affinity: Json | undefined): { key: string; values: string[] }[][] {
  const required = at(affinity, ["nodeAffinity", "requiredDuringSchedulingIgnoredDuringExecution"]);
  const terms = elements(at(required, ["nodeSelectorTerms"])).map((term) =>
    elements(at(term, ["matchExpressions"])).flatMap((expression) => {
      const values = elements(at(expression, ["values"]));
      const written = values.map(text).filter((value) => value !== "");
      return at(expression, ["operator"]) === "In" && written.length === values.length && values.length > 0
        ? [{ key: text(at(expression, ["key"])), values: written }]
        : [];
    }),
  );
  return terms.every((expressions) => expressions.length > 0) ? terms : [];
}

/** Labels of nodes that placement asks for beside the node selector: affinity and topologies. */
function nodeLabelKeys(spec: Pod["spec"]): string[] {
  const affinity = spec["affinity"];
  const required = elements(
    at(affinity, ["nodeAffinity", "requiredDuringSchedulingIgnoredDuringExecution", "nodeSelectorTerms"]),
  );
  const preferred = elements(
    at(affinity, ["nodeAffinity", "preferredDuringSchedulingIgnoredDuringExecution"]),
  );
  const terms = [...required, ...preferred.map((term) => at(term, ["preference"]))];
  const topologies = ["podAffinity", "podAntiAffinity"].flatMap((kind) => [
    ...elements(at(affinity, [kind, "requiredDuringSchedulingIgnoredDuringExecution"])),
    ...elements(at(affinity, [kind, "preferredDuringSchedulingIgnoredDuringExecution"])).map((term) =>
      at(term, ["podAffinityTerm"]),
    ),
  ]);
  const keys = [
    ...terms.flatMap((term) =>
      elements(at(term, ["matchExpressions"])).map((expression) => at(expression, ["key"])),
    ),
    ...[...topologies, ...elements(spec["topologySpreadConstraints"])].map((term) =>
      at(term, ["topologyKey"]),
    ),
  ];
  return [...new Set(keys.map(text).filter((key) => key !== ""))];
}

/** Millicores are exact as whole numbers. */
function cpu(containers: readonly Container[]): { cpu?: number } {
  const stated = containers
    .map(({ limits, requests }) => limits["cpu"] ?? requests["cpu"])
    .filter((cores) => cores !== undefined);
  return stated.length === 0
    ? {}
    : { cpu: stated.reduce((sum, cores) => sum + Math.round(cores * 1000), 0) / 1000 };
}

/** Terraform writes numbers in quotes as well. */
function portNumber(port: Json | undefined): number[] {
  return /^\d{1,5}$/.test(text(port)) ? [Number(port)] : [];
}

function projected(volume: { readonly [key: string]: Json }, path: readonly string[]): (Json | undefined)[] {
  return elements(at(volume, ["projected", "sources"])).map((source) => at(source, path));
}

function environment({ value }: Container, key: string, whole: string): (Json | undefined)[] {
  return [
    ...elements(value["env"]).map((variable) => at(variable, ["valueFrom", key, "name"])),
    ...elements(value["envFrom"]).map((source) => at(source, [whole, "name"])),
  ];
}
