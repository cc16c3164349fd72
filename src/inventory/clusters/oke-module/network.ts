// The network that the module makes: its VCN, and subnets by their keys. Subnets that are given by `id` are what the id refers to.
import type { Ref } from "../../../model/inventory/entry.ts";
import type { Subnet } from "../../../model/inventory/network.ts";
import { own } from "../../../model/own.ts";
import { Draft } from "../../cloud/draft.ts";
import { readBoolean, readMap, readString } from "../../terraform/read-value.ts";
import type { Value } from "../../terraform/value.ts";
import type { OkeCall } from "./oke-call.ts";
import { addRoutes, type Routes } from "./routes.ts";
import { subnetRanges } from "./subnet-ranges.ts";

export type Network = {
  /** Adds the entries. The references to them hold before, as they refer to one another. */
  readonly read: () => void;
  /** The subnet of a role: `cp`, `workers`, `pods` … */
  readonly subnet: (key: string) => Ref | undefined;
  readonly vcn: () => Ref | undefined;
};

/** Outputs of the module with the ids of subnets, by role. */
const OUTPUTS: Readonly<Record<string, string>> = {
  cp: "control_plane_subnet_id",
  workers: "worker_subnet_id",
  pods: "pod_subnet_id",
  int_lb: "int_lb_subnet_id",
  pub_lb: "pub_lb_subnet_id",
  bastion: "bastion_subnet_id",
  operator: "operator_subnet_id",
  fss: "fss_subnet_id",
};

/** Inputs that make the subnet of a role public. */
const PUBLIC_INPUTS: Readonly<Record<string, string>> = {
  cp: "control_plane_is_public",
  workers: "worker_is_public",
  bastion: "bastion_is_public",
};

export function addNetwork(oke: OkeCall): Network {
  const { call, inputs, world, parts } = oke;
  const text = (name: string) => {
    const read = readString(inputs.value, name);
    return read.kind === "known" ? read.value : undefined;
  };
  const flag = (name: string) => {
    const read = readBoolean(inputs.value, name);
    return read.kind === "known" ? read.value : undefined;
  };
  const routes = addRoutes(oke);
  const makesVcn = flag("create_vcn") !== false;
  const vcnId = makesVcn ? parts.reserve("vcns") : undefined;
  if (vcnId) world.references.register(`${call.address}.vcn_id`, vcnId);

  const stated = readMap(inputs.value, "subnets");
  const settings = stated.kind === "known" ? [...stated.value] : [];
  const given = new Map<string, Value>();
  const made: { key: string; body: Value; id: string; possible: boolean }[] = [];
  for (const [key, body] of settings) {
    const draft = new Draft(body, world.references);
    const create = readString(draft.value("create"));
    const id = draft.value("id");
    if (create.kind === "known" && create.value === "never") continue;
    if (id.kind !== "absent") {
      given.set(key, id);
      continue;
    }
    const wanted =
      create.kind === "known" && create.value === "always"
        ? true
        : needed(key, text, flag, inputs.defaulted.has("subnets"));
    if (wanted === false) continue;
    const entry = { key, body, id: parts.reserve("subnets"), possible: wanted === undefined };
    world.references.register(`${call.address}.${own(OUTPUTS, key) ?? `${key}_subnet_id`}`, entry.id);
    made.push(entry);
  }

  const vcn = () => (makesVcn ? oke.output("vcn_id") : world.references.of(inputs.value, "vcn_id"));
  return {
    vcn,
    subnet: (key) => {
      const id = given.get(key);
      if (id) return world.references.of(id);
      return made.some((one) => one.key === key)
        ? oke.output(own(OUTPUTS, key) ?? `${key}_subnet_id`)
        : undefined;
    },
    read: () => {
      if (vcnId) {
        const draft = oke.draft();
        const fields = {
          ...draft.string("name", "vcn_name"),
          ...compartment(draft),
          ...draft.strings("cidrs", "vcn_cidrs"),
          ...draft.boolean("ipv6", "enable_ipv6"),
        };
        parts.add("vcns", oke.written("VCN of module"), draft, fields, vcnId);
      }
      routes.read(vcn());
      const ranges = subnetRanges(inputs.value, made);
      for (const { key, body, id, possible } of made) {
        const draft = new Draft(body, world.references);
        draft.place([], []);
        const written = oke.written(`Subnet "${key}" of module`, `${call.address}.subnets.${key}`);
        const fields = {
          ...draft.string("name", "display_name"),
          ...subnetFields(oke, routes, draft, key, flag, ranges.get(key), vcn()),
        };
        parts.add("subnets", possible ? { ...written, existence: "possible" } : written, draft, fields, id);
      }
    },
  };
}

export function compartment(draft: Draft): { compartment?: Ref } {
  return draft.ref(
    "compartment",
    draft.value("compartment_id").kind === "absent" ? "compartment_ocid" : "compartment_id",
  );
}

/** Whether the module makes the subnet of a role by itself. Undefined when that cannot be known. */
function needed(
  key: string,
  text: (name: string) => string | undefined,
  flag: (name: string) => boolean | undefined,
  byDefault: boolean,
): boolean | undefined {
  const cluster = flag("create_cluster");
  if (cluster === false) return false;
  const either = (name: string, ...values: string[]) => {
    const value = text(name);
    return value === undefined ? undefined : values.includes(value);
  };
  switch (key) {
    case "pods":
      return either("cni_type", "npn");
    case "int_lb":
      return either("load_balancers", "both", "internal");
    case "pub_lb":
      return either("load_balancers", "both", "public");
    case "bastion":
    case "operator":
      return byDefault ? false : undefined;
    default:
      return cluster;
  }
}

function subnetFields(
  { inputs }: OkeCall,
  routes: Routes,
  draft: Draft,
  key: string,
  flag: (name: string) => boolean | undefined,
  cidr: string | undefined,
  vcn: Ref | undefined,
): Omit<Subnet, "id" | "address" | "notation" | "existence" | "unknown"> {
  const ipv6 = flag("enable_ipv6");
  // With IPv6 the module makes these three public, whatever else is asked for.
  const widened = ipv6 !== false && (key === "cp" || key === "workers" || key === "pods");
  const setting = own(PUBLIC_INPUTS, key);
  const isPublic = key === "pub_lb" ? true : widened ? ipv6 : setting ? flag(setting) : false;
  const inputsDraft = draft.over(inputs.value);
  inputsDraft.place(["private"], [widened ? "enable_ipv6" : (setting ?? "subnets")]);
  if (isPublic === undefined) {
    draft.doubt("private", widened ? "enable_ipv6" : setting!);
    draft.doubt("route_table", widened ? "enable_ipv6" : setting!);
  }
  draft.place(["cidrs"], [draft.value("cidr").kind === "absent" ? "newbits" : "cidr"]);
  if (cidr === undefined) draft.doubt("cidrs", `${key}.cidr`);
  if (ipv6 === undefined) draft.doubt("ipv6", "enable_ipv6");
  const table = isPublic === undefined ? undefined : routes.table(isPublic);
  return {
    ...(vcn && { vcn }),
    ...compartment(inputsDraft),
    ...(cidr !== undefined && { cidrs: [cidr] }),
    ...(ipv6 !== undefined && { ipv6 }),
    ...(isPublic !== undefined && { private: !isPublic }),
    ...(table && { route_table: table }),
    by_module: true,
  };
}
