// Takes the data on verbs, resource types and families, answers which permissions an action confers. Knows no statements.

/** The part of `policies/data/iam.json` that is read here. `partial` names the verbs whose list may lack some. */
export type LatticeData = {
  readonly types: { readonly [type: string]: TypeData };
  readonly families: { readonly [family: string]: FamilyData };
  readonly aliases: { readonly [name: string]: AliasData };
};

export type TypeData = {
  readonly inspect: readonly string[];
  readonly read: readonly string[];
  readonly use: readonly string[];
  readonly manage: readonly string[];
  readonly partial?: readonly string[];
};

export type FamilyData = {
  readonly members: readonly string[];
  /** What a family confers beyond its members, per verb. */
  readonly extras?: { readonly [verb: string]: readonly string[] };
  readonly partial?: readonly string[];
};

/** `works`: whether a statement with this name grants what the documented one does; `null` when nobody knows. */
export type AliasData = { readonly of: string; readonly works: boolean | null };

export type GrantedAction =
  | { readonly verb: string; readonly resourceType: string; readonly effect?: "allow" | "deny" }
  | { readonly permissions: readonly string[] };

/**
 * `permissions` are upper-case and in alphabetical order. `complete`: there are no others; otherwise any permission that is
 * not listed is unknown. `everything`: whatever the permission, it is conferred (`manage all-resources`).
 */
export type Conferred = {
  readonly permissions: readonly string[];
  readonly complete: boolean;
  readonly everything: boolean;
};

const ladder = ["inspect", "read", "use", "manage"] as const;
type Rung = (typeof ladder)[number];

const unknown: Conferred = { permissions: [], complete: false, everything: false };
const nothing: Conferred = { permissions: [], complete: true, everything: false };

/**
 * The permissions that a verb on a resource type confers, or a list of permissions.
 * Allowing a verb covers the weaker ones; denying one covers the stronger ones instead.
 */
export function conferredBy(data: LatticeData, action: GrantedAction): Conferred {
  if ("permissions" in action) {
    const permissions = [...new Set(action.permissions.map((name) => name.toUpperCase()))].sort();
    return { permissions, complete: true, everything: false };
  }
  const index = ladder.indexOf(action.verb.toLowerCase() as Rung);
  if (index === -1) return unknown;
  const rungs = action.effect === "deny" ? ladder.slice(index) : ladder.slice(0, index + 1);
  const type = action.resourceType.toLowerCase();
  if (type === "all-resources") return everyType(data, rungs);
  return ofName(data, type, rungs);
}

function everyType(data: LatticeData, rungs: readonly Rung[]): Conferred {
  const everything = rungs.length === ladder.length;
  const permissions = new Set<string>();
  for (const name of Object.keys(data.types)) collect(data, name, rungs, permissions);
  for (const family of Object.values(data.families)) {
    for (const rung of rungs) for (const extra of family.extras?.[rung] ?? []) permissions.add(extra);
  }
  return { permissions: [...permissions].sort(), complete: everything, everything };
}

function ofName(data: LatticeData, name: string, rungs: readonly Rung[]): Conferred {
  const alias = Object.hasOwn(data.aliases, name) ? data.aliases[name] : undefined;
  if (alias !== undefined) {
    if (alias.works === null) return unknown;
    return alias.works ? ofName(data, alias.of, rungs) : nothing;
  }
  const permissions = new Set<string>();
  const family = Object.hasOwn(data.families, name) ? data.families[name] : undefined;
  if (family === undefined) {
    const complete = collect(data, name, rungs, permissions);
    return { permissions: [...permissions].sort(), complete, everything: false };
  }
  let complete = true;
  for (const member of family.members) if (!collect(data, member, rungs, permissions)) complete = false;
  for (const rung of rungs) {
    for (const extra of family.extras?.[rung] ?? []) permissions.add(extra);
    if (family.partial?.includes(rung)) complete = false;
  }
  return { permissions: [...permissions].sort(), complete, everything: false };
}

/** Adds what one type confers at these rungs; says whether that is all of it. */
function collect(data: LatticeData, name: string, rungs: readonly Rung[], into: Set<string>): boolean {
  const type = Object.hasOwn(data.types, name) ? data.types[name] : undefined;
  if (type === undefined) return false;
  let complete = true;
  for (const rung of rungs) {
    for (const permission of type[rung]) into.add(permission);
    if (type.partial?.includes(rung)) complete = false;
  }
  return complete;
}
