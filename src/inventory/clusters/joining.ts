// Self-managed nodes that nothing but identity tells: machines in a dynamic group that a policy of the same root module lets join a
// cluster. Takes a world and a machine's resource with its launch details, answers whether it is such a node.
import type { ConditionTerm, DynamicGroup, Principal } from "../../model/inventory/identity.ts";
import type { World } from "../cloud/world.ts";
import { terraformStatements } from "../identity/from-terraform.ts";
import { identity } from "../identity/identity.ts";
import { Origins } from "../origins.ts";
import { get, readBoolean, readMap, readString } from "../terraform/read-value.ts";
import type { Resource } from "../terraform/resource.ts";
import type { Value } from "../terraform/value.ts";

const GROUPS = ["oci_identity_dynamic_group", "oci_identity_domains_dynamic_resource_group"];

/** Machines beside the nodes that people name after what they are for. */
const OTHERS =
  /bastion|jump|operator|admin|build|runner|jenkins|database|\bdb\b|nfs|vpn|proxy|router|firewall/i;

/** `chosen`: the rule picks this machine; `nearby`: it takes all machines of a compartment, this one among them. */
export type Membership = "chosen" | "nearby" | "none";

export function membership(resource: Resource, details: Value, world: World): Membership {
  const found = joiningGroups(world).flatMap(({ clauses = [] }) =>
    clauses.map((clause) => matches(clause, resource, details, world)),
  );
  return found.includes("chosen") ? "chosen" : found.includes("nearby") ? "nearby" : "none";
}

/** A machine that only shares the compartment may be any other: it must not look like one. */
export function looksLikeNode({ name }: Resource, details: Value): boolean {
  const display = readString(details, "display_name");
  const exposed = readBoolean(details, "create_vnic_details", "assign_public_ip");
  return (
    !OTHERS.test(name) &&
    !(display.kind === "known" && OTHERS.test(display.value)) &&
    !(exposed.kind === "known" && exposed.value)
  );
}

function joiningGroups(world: World): readonly DynamicGroup[] {
  return world.once("groups that may join", () => {
    const resources = ["oci_identity_policy", ...GROUPS].flatMap((type) => world.ofType(type));
    const sources = terraformStatements({ resources, moduleCalls: [] });
    if (!sources.some(({ text }) => /\bCLUSTER_JOIN\b/i.test(text))) return [];
    const { statements, dynamic_groups } = identity(sources, { origins: new Origins(), compartments: [] });
    // Broader statements are for those who run clusters.
    const principals = statements
      .filter(({ text, effect }) => effect === "allow" && /\bCLUSTER_JOIN\b/i.test(text))
      .flatMap((statement) => statement.principals);
    return dynamic_groups.filter((group) => principals.some((principal) => names(principal, group)));
  });
}

function names({ kind, ref, name, hole }: Principal, group: DynamicGroup): boolean {
  if (kind !== "dynamic-group") return false;
  if (ref !== undefined) return ref === group.address;
  return !hole && name !== undefined && name.toLowerCase() === group.name?.toLowerCase();
}

function matches(
  clause: readonly ConditionTerm[],
  resource: Resource,
  details: Value,
  world: World,
): Membership {
  let chosen = false;
  for (const { variable, operator, value, ref } of clause) {
    if (operator !== "=") return "none";
    const wanted = ref ?? value;
    const name = variable.toLowerCase();
    if (name === "instance.id") {
      if (wanted !== resource.address) return "none";
      chosen = true;
    } else if (name === "instance.compartment.id") {
      if (world.references.of(details, "compartment_id")?.ref !== wanted) return "none";
    } else if (/^tag\..+\.value$/.test(name)) {
      if (!tagged(details, name.slice("tag.".length, -".value".length), wanted)) return "none";
      chosen = true;
    } else return "none";
  }
  return clause.length === 0 ? "none" : chosen ? "chosen" : "nearby";
}

function tagged(details: Value, tag: string, wanted: string | undefined): boolean {
  const tags = readMap(get(details, ["defined_tags"]));
  if (tags.kind !== "known") return false;
  return [...tags.value].some(
    ([name, value]) =>
      name.toLowerCase() === tag &&
      value.kind === "known" &&
      String(value.value).toLowerCase() === wanted?.toLowerCase(),
  );
}
