// Keys that OCNE does not know. Takes a configuration's value and the level to begin with; gives each unknown key with the nearest known one.
import ocne from "../../../policies/data/ocne.json" with { type: "json" };
import type { Json } from "../../model/document.ts";
import type { OcneFile } from "../../model/inventory/ocne.ts";
import { nearest } from "../../model/nearest.ts";
import type { Path } from "../../model/place.ts";
import { isObject } from "../kubernetes.ts";

/** Key → name of the level below it, or 0. */
type Level = Readonly<Record<string, string | 0>>;

const levels: Readonly<Record<string, Level>> = ocne.levels as Record<string, Level>;
const top: Readonly<Record<"cluster" | "defaults", Level>> = {
  cluster: ocne.cluster as Level,
  defaults: ocne.defaults as Level,
};
const common = new Set(ocne.common);
/** People keep anchors under keys like these. */
const OWN_KEYS = /^(?:x-|\.|_)/;
/** More say no more. */
const MAX_KEYS = 50;

export function unknownKeys(kind: "cluster" | "defaults", value: Json): OcneFile["unknown_keys"] {
  const found: OcneFile["unknown_keys"][number][] = [];
  const other = top[kind === "cluster" ? "defaults" : "cluster"];
  const visit = (part: Json, level: Level, path: Path) => {
    if (Array.isArray(part)) {
      part.forEach((element: Json, index) => void visit(element, level, [...path, index]));
      return;
    }
    if (!isObject(part)) return;
    for (const [key, below] of Object.entries(part)) {
      const next = Object.hasOwn(level, key) ? level[key] : undefined;
      if (next !== undefined) {
        if (next !== 0) visit(below, levels[next]!, [...path, key]);
      } else if (found.length < MAX_KEYS && !(kind === "cluster" && OWN_KEYS.test(key))) {
        const elsewhere = path.length === 0 && Object.hasOwn(other, key);
        found.push({ path: [...path, key], key, nearest: nearest(key, Object.keys(level)) ?? "", elsewhere });
      }
    }
  };
  visit(value, top[kind], []);
  return found;
}

/** How many of a value's keys a cluster configuration knows, how many are not OCNE's at all, and whether one is particular to OCNE. */
export function clusterKeys(value: { readonly [key: string]: Json }): {
  readonly known: number;
  readonly foreign: number;
  readonly particular: boolean;
} {
  const keys = Object.keys(value);
  const known = keys.filter((key) => Object.hasOwn(top.cluster, key));
  return {
    known: known.length,
    foreign: keys.filter((key) => !Object.hasOwn(top.cluster, key) && !Object.hasOwn(top.defaults, key))
      .length,
    particular: known.some((key) => !common.has(key)),
  };
}

/** Programs and clouds that make clusters with settings of the same names. */
const OTHER_PROVIDERS =
  /^(?:aws|amazon|ec2|eks|eksctl|azure|aks|gcp|gke|google|digitalocean|linode|hetzner|hcloud|vultr|civo|scaleway|exoscale|ibm|ibmcloud|alicloud|alibaba|openstack|vsphere|vmware|nutanix|equinix|proxmox|vagrant|docker|podman|kind|minikube|k3d|k3s|k0s|rke|rke2|rancher|talos|microk8s|kubeadm|eksa|oke|harvester|metal3)$/i;

/** What `oci ce … --from-json` reads has a name and a Kubernetes version too. */
const OF_OCI = ["clusterId", "compartmentId", "vcnId"];

/** The values show a file of another program: keys of OCI's own, a provider that makes clusters elsewhere, or values of types that OCNE cannot read. */
export function isOfAnother(value: { readonly [key: string]: Json }): boolean {
  const { provider } = value;
  if (OF_OCI.some((key) => Object.hasOwn(value, key))) return true;
  if (typeof provider === "string" && OTHER_PROVIDERS.test(provider)) return true;
  return Object.entries(value).some(([key, below]) => {
    const level = Object.hasOwn(top.cluster, key) ? top.cluster[key] : undefined;
    if (level === undefined || below === null || key === "password") return false;
    if (level !== 0) return typeof below !== "object";
    return typeof below === "object" || (typeof below === "boolean" && !SWITCHES.has(key));
  });
}

const SWITCHES: ReadonlySet<string> = new Set(["headless", "catalog", "communityCatalog"]);
