// Recognises instances that join a cluster by themselves, and reads what they are launched with. Takes a draft at the launch details (an
// instance's body, or an instance configuration's), gives the fields that all forms of self-managed nodes share.
import type { NodePool } from "../../model/inventory/cluster.ts";
import type { Ref } from "../../model/inventory/entry.ts";
import type { Path } from "../../model/place.ts";
import { plainText } from "../bootstrap/plain-text.ts";
import type { Found } from "../cloud/adapter.ts";
import { Draft } from "../cloud/draft.ts";
import type { World } from "../cloud/world.ts";
import { get, readMap } from "../terraform/read-value.ts";
import type { Resource } from "../terraform/resource.ts";
import { known, type Value } from "../terraform/value.ts";
import { imageOf } from "./image.ts";
import { looksLikeNode, membership } from "./joining.ts";
import { foreignSettings, shapeFields } from "./pool-fields.ts";
import { type BootstrapText, bootstrapOf, everyScript } from "./user-data.ts";

/** Metadata that only nodes of OKE have. */
const KEYS = new Set([
  "oke-native-pod-networking",
  "oke-max-pods",
  "pod-subnets",
  "pod-nsgids",
  "oke-k8version",
  "oke-initial-node-labels",
  "apiserver_host",
  "cluster_ca_cert",
]);

/** A plain `oke bootstrap` and `oke_init_script` are what managed nodes run. */
const JOINS =
  /\/etc\/oke\/oke-install\.sh\b[^\n]{0,10000}--apiserver-endpoint|\boke\s+bootstrap\b[^\n]{0,10000}--apiserver-host|\/etc\/oke\/oke-apiserver\b/;

/** Where metadata may stand, below the launch details. */
const METADATA: readonly Path[] = [["metadata"], ["extended_metadata"]];
const USER_DATA: readonly Path[] = METADATA.map((path) => [...path, "user_data"]);
export const LAUNCH_DETAILS: Path = ["instance_details", "launch_details"];

/** `details` are the launch details of the resource. */
export function isSelfManaged(resource: Resource, details: Value, world: World): boolean {
  return showsItself(details, world) || isAllowedToJoin(resource, details, world);
}

/** It tells by its metadata or its script. */
function showsItself(details: Value, world: World): boolean {
  for (const path of METADATA) {
    const members = readMap(get(details, path));
    if (
      members.kind === "known" &&
      [...members.value].some(([name, value]) => KEYS.has(name) && value.kind !== "absent")
    )
      return true;
  }
  const draft = new Draft(details, world.references);
  return everyScript(draft, world, USER_DATA, (texts) => texts.some((text) => JOINS.test(joined(text))));
}

/** Its dynamic group tells, as far as nothing else speaks against it. */
function isAllowedToJoin(resource: Resource, details: Value, world: World): boolean {
  const found = membership(resource, details, world);
  if (found === "none") return false;
  const { texts } = bootstrapOf(new Draft(details, world.references), world, USER_DATA);
  // A script of which all is known, and which joins nothing, is that of another machine.
  if (texts.length > 0 && !texts.some(({ pieces }) => pieces.includes(null))) return false;
  if (found === "chosen") return true;
  const silent = texts.every(({ pieces }) => pieces.every((piece) => piece === null || piece.trim() === ""));
  return silent && looksLikeNode(resource, details) && !hasOthers(world);
}

/** Nodes that show themselves, or modules that may make some: then the compartment's other machines are something else. */
function hasOthers(world: World): boolean {
  return world.once("nodes that show themselves", () => {
    const instances = world.ofType("oci_core_instance").map(({ body }): Value => body);
    const configured = world.ofType("oci_core_instance_configuration");
    const launched = configured.map(({ body }) => get(body, LAUNCH_DETAILS));
    return world.calls.length > 0 || [...instances, ...launched].some((one) => showsItself(one, world));
  });
}

/** A piece that is not known is one character; continued lines are one line, what is encoded stands behind them. */
function joined({ pieces }: BootstrapText): string {
  return plainText(pieces.map((piece) => piece ?? "\u0001").join("")).text.replaceAll(/\\\r?\n/g, " ");
}

const FOREIGN = ["node_eviction_node_pool_settings", "node_pool_cycling_details", "initial_node_labels"];

/** `image`: where the image's id stands. */
export function launchFields(
  { world, bootstrap }: Found,
  draft: Draft,
  image: Path,
): Omit<NodePool, "id" | "address" | "notation" | "existence" | "unknown" | "mode"> {
  const { metadata } = metadataOf(draft);
  const nativePath = [...metadataPath(draft, "oke-native-pod-networking"), "oke-native-pod-networking"];
  const native = draft.string("cni", ...nativePath).cni;
  const { capacity_reservation } = draft.ref("capacity_reservation", "capacity_reservation_id");
  return {
    ...clusterRef(draft, world),
    ...draft.ref("compartment", "compartment_id"),
    ...shapeFields(draft, ["shape"], ["shape_config"]),
    ...(native?.toLowerCase() === "true" && { cni: "OCI_VCN_IP_NATIVE" }),
    ...draft.version("version", ...metadataPath(draft, "oke-k8version"), "oke-k8version"),
    ...draft.number("max_pods", ...metadataPath(draft, "oke-max-pods"), "oke-max-pods"),
    ...commaList(draft, "pod_subnets", "pod-subnets"),
    ...commaList(draft, "pod_nsgs", "pod-nsgids"),
    ...subnetOf(draft),
    ...draft.refs("nsgs", "create_vnic_details", "nsg_ids"),
    ...draft.boolean("public_ip", "create_vnic_details", "assign_public_ip"),
    ...imageOf(draft, world, [image]),
    cloud_init: bootstrap(draft, USER_DATA),
    ...labelsOf(draft, world),
    ...draft.texts("tags", "defined_tags"),
    ...(metadata && { metadata }),
    ...(metadata?.["ssh_authorized_keys"] !== undefined && { ssh_key: true }),
    ...draft.boolean("legacy_imds_disabled", "instance_options", "are_legacy_imds_endpoints_disabled"),
    ...(capacity_reservation && { capacity_reservation: true }),
    ...foreignSettings(draft, FOREIGN),
  };
}

/** Attributes whose changes Terraform is told to pass over, as they are written. */
export function ignoredChanges(
  draft: Draft,
  ...resources: readonly Resource[]
): { ignore_changes?: readonly string[] } {
  const ignored = resources.flatMap(({ lifecycle }) => lifecycle?.ignoreChanges ?? []);
  for (const [index, { site }] of ignored.entries()) {
    if (index === 0) draft.placeAt(["ignore_changes"], site);
    draft.placeAt(["ignore_changes", index], site);
  }
  return ignored.length > 0 ? { ignore_changes: ignored.map(({ name }) => name) } : {};
}

function metadataPath(draft: Draft, key: string): Path {
  return (
    METADATA.find(
      (path) => draft.value(...path, key).kind !== "absent" && draft.value(...path).kind !== "unknown",
    ) ?? METADATA[0]!
  );
}

/** Scripts are handed over elsewhere, and keys are nobody's business. */
function metadataOf(draft: Draft): { metadata?: Record<string, string> } {
  const all: Record<string, string> = {};
  let any = false;
  for (const path of METADATA) {
    draft.place(["metadata"], METADATA[0]!);
    const members = readMap(draft.value(...path));
    if (members.kind === "unknown") draft.doubt("metadata", members.ref);
    if (members.kind !== "known") continue;
    any = true;
    if (members.open) draft.doubt("metadata", draft.value(...path));
    for (const [name, value] of members.value) {
      if (name === "user_data" || value.kind === "absent") continue;
      draft.place(["metadata", name], [...path, name]);
      if (value.kind === "known")
        all[name] = /key|cert|token|password/i.test(name) ? "…" : String(value.value);
      else draft.doubt(`metadata.${name}`, value);
    }
  }
  return any ? { metadata: all } : {};
}

/** Labels that the kubelet is started with: out of the metadata, and out of the script's `--node-labels`. */
function labelsOf(draft: Draft, world: World): { labels?: { readonly [key: string]: string } } {
  const path = [...metadataPath(draft, "oke-initial-node-labels"), "oke-initial-node-labels"];
  draft.place(["labels"], path);
  const stated = draft.value(...path);
  const { cloudInit, texts } = bootstrapOf(new Draft(draft.value(), world.references), world, USER_DATA);
  const lists = [
    ...(stated.kind === "known" ? [String(stated.value)] : []),
    ...texts.flatMap((text) =>
      [...joined(text).matchAll(/--node-labels[=\s]+["']?([^\s"']+)/g)].map(([, list]) => list!),
    ),
  ];
  if (stated.kind === "unknown") draft.doubt("labels", stated);
  else if (cloudInit.state !== "absent" && texts.length === 0) draft.doubt("labels", "user_data");
  const pairs = lists
    .flatMap((list) => list.split(","))
    .map((pair) => /^([^=]+)=(.*)$/.exec(pair.trim()))
    .flatMap((match) => (match ? [[match[1]!, match[2]!] as const] : []));
  if (lists.some((list) => list.includes("\u0001"))) draft.doubt("labels", "user_data");
  const known = pairs.filter(([key, value]) => !`${key}${value}`.includes("\u0001"));
  return known.length > 0 ? { labels: Object.fromEntries(known) } : {};
}

function subnetOf(draft: Draft): { subnets?: readonly Ref[] } {
  for (const path of [["create_vnic_details", "subnet_id"], ["subnet_id"]]) {
    draft.place(["subnets"], path);
    const ref = draft.references.of(draft.value(...path));
    if (!ref) continue;
    draft.place(["subnets", 0], path);
    return { subnets: [ref] };
  }
  return {};
}

/** Ids in one text, with commas between them: written out, joined, or one reference alone. */
function commaList<A extends "pod_subnets" | "pod_nsgs">(
  draft: Draft,
  attribute: A,
  name: string,
): { readonly [K in A]?: readonly Ref[] } {
  const path = [...metadataPath(draft, name), name];
  draft.place([attribute], path);
  const value = draft.value(...path);
  const parts = partsOf(value);
  if (parts === null) {
    draft.doubt(attribute, value);
    return {};
  }
  const refs = parts.flatMap((part) => draft.references.of(part) ?? []);
  return (refs.length > 0 ? { [attribute]: refs } : {}) as unknown as { readonly [K in A]?: readonly Ref[] };
}

function partsOf(value: Value): readonly Value[] | null {
  if (value.kind === "absent") return [];
  if (value.kind === "known")
    return String(value.value)
      .split(",")
      .map((part) => known(part.trim(), value.site));
  if (value.kind !== "unknown") return null;
  const [separator, list] = value.call?.name === "join" ? value.call.args : [];
  if (separator?.kind === "known" && list?.kind === "list" && !list.open) return list.items;
  if (value.text) {
    const separators = value.text.filter((part) => part.kind === "known");
    if (separators.some((part) => String(part.value).trim() !== ",")) return null;
    return value.text.filter((part) => part.kind === "unknown");
  }
  return value.call || value.alternatives ? null : [value];
}

/** The cluster whose endpoint or certificate the node is given; the only one there is, where that does not tell. */
function clusterRef(draft: Draft, world: World): { cluster?: Ref } {
  draft.place(["cluster"], METADATA[0]!);
  const clusters = clustersOf(world);
  const named = clusters.filter(({ names }) =>
    METADATA.some((path) => mentions(draft.value(...path), names, 0)),
  );
  if (named.length === 0) {
    const elsewhere = clustersElsewhere(draft, world);
    if (elsewhere.length > 0) return elsewhere.length === 1 ? { cluster: elsewhere[0]! } : {};
  }
  const [only, another] = named.length > 0 ? named : clusters;
  return only && !another ? { cluster: world.references.to(only.itself) } : {};
}

/** `names`: what its endpoint is asked of; `itself`: what refers to it. */
type NamedCluster = { readonly names: string; readonly itself: string };

/** Those of resources, and those that the oke module makes. */
function clustersOf(world: World): readonly NamedCluster[] {
  const resources = world.ofType("oci_containerengine_cluster");
  return [
    ...resources.map(({ address }) => ({ names: address, itself: address })),
    ...world.calls
      .map(({ address }) => ({ names: address, itself: `${address}.cluster_id` }))
      .filter(({ itself }) => world.references.idOf(itself) !== undefined),
  ];
}

/** Clusters of other root modules whose outputs the node is given. */
function clustersElsewhere(draft: Draft, world: World): readonly Ref[] {
  const found = new Map<string, Ref>();
  const look = (value: Value, depth: number): void => {
    if (depth > MAX_DEPTH) return;
    const remote = world.remote(value);
    for (const { names, itself } of remote ? clustersOf(remote.world) : []) {
      const cluster = remote!.world.references.to(itself);
      if (mentions(remote!.value, names, 0)) found.set(cluster.id ?? cluster.ref, cluster);
    }
    for (const inner of partsInside(value)) look(inner, depth + 1);
  };
  for (const path of METADATA) look(draft.value(...path), 0);
  return [...found.values()];
}

function partsInside(value: Value): readonly Value[] {
  if (value.kind === "object") return [...value.entries.values()].map((entry) => entry.value);
  if (value.kind === "list") return value.items;
  if (value.kind === "known") return value.encodes ? [value.encodes] : [];
  if (value.kind === "absent") return [];
  return [...(value.call?.args ?? []), ...(value.text ?? []), ...(value.alternatives ?? [])];
}

/** Values inside one another that are looked through. */
const MAX_DEPTH = 12;

function mentions(value: Value, address: string, depth: number): boolean {
  if (depth > MAX_DEPTH) return false;
  if (value.kind === "unknown") {
    const at = value.ref.indexOf(address);
    const isThere = at !== -1 && !/^[\w[]/.test(value.ref.slice(at + address.length));
    if (value.reference?.address === address || isThere) return true;
  }
  return partsInside(value).some((one) => mentions(one, address, depth + 1));
}
