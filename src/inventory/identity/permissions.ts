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

/** What an action confers. Lists are upper-case and in alphabetical order. */
export type Conferred = {
  readonly permissions: readonly string[];
  /** May be conferred too: the documentation at hand does not say at which verb. */
  readonly doubtful: readonly string[];
  /** False for a verb or resource type that the data does not know: then nothing is known of what it confers. */
  readonly known: boolean;
  /** There are no others, not even permissions that the data does not know. */
  readonly complete: boolean;
  /** Whatever the permission, it is conferred (`manage all-resources`). */
  readonly everything: boolean;
};

const ladder = ["inspect", "read", "use", "manage"] as const;
type Rung = (typeof ladder)[number];

const unknown: Conferred = {
  permissions: [],
  doubtful: [],
  known: false,
  complete: false,
  everything: false,
};
const nothing: Conferred = { permissions: [], doubtful: [], known: true, complete: true, everything: false };

/**
 * The permissions that a verb on a resource type confers, or a list of permissions.
 * Allowing a verb covers the weaker ones; denying one covers the stronger ones instead.
 */
export function conferredBy(data: LatticeData, action: GrantedAction): Conferred {
  if ("permissions" in action) {
    const permissions = [...new Set(action.permissions.map((name) => name.toUpperCase()))].sort();
    return { ...nothing, permissions };
  }
  const index = ladder.indexOf(action.verb.toLowerCase() as Rung);
  if (index === -1) return unknown;
  const rungs = action.effect === "deny" ? ladder.slice(index) : ladder.slice(0, index + 1);
  const type = action.resourceType.toLowerCase();
  if (type !== "all-resources") return ofName(data, type, rungs);
  const everything = rungs.length === ladder.length;
  const found = collect(data, Object.keys(data.types), Object.values(data.families), rungs);
  return { ...found, complete: everything, everything };
}

/** Whether an action confers one permission. A permission that the data knows is not conferred unless the data says so. */
export function confers(
  data: LatticeData,
  action: GrantedAction,
  permission: string,
): "yes" | "no" | "unknown" {
  const name = permission.toUpperCase();
  const { permissions, doubtful, known, complete, everything } = conferredBy(data, action);
  if (everything || permissions.includes(name)) return "yes";
  if (!known || doubtful.includes(name)) return "unknown";
  return complete || isListed(data, name) ? "no" : "unknown";
}

function isListed(data: LatticeData, permission: string): boolean {
  return Object.values(data.types).some((type) => ladder.some((rung) => type[rung].includes(permission)));
}

function ofName(data: LatticeData, name: string, rungs: readonly Rung[]): Conferred {
  const alias = Object.hasOwn(data.aliases, name) ? data.aliases[name] : undefined;
  if (alias !== undefined) {
    if (alias.works === null) return unknown;
    return alias.works ? ofName(data, alias.of, rungs) : nothing;
  }
  const family = Object.hasOwn(data.families, name) ? data.families[name] : undefined;
  if (family !== undefined) return collect(data, family.members, [family], rungs);
  return Object.hasOwn(data.types, name) ? collect(data, [name], [], rungs) : unknown;
}

/** What these types, and these families beyond their members, confer at these rungs. */
function collect(
  data: LatticeData,
  types: readonly string[],
  families: readonly FamilyData[],
  rungs: readonly Rung[],
): Conferred {
  const permissions = new Set<string>();
  const doubtful = new Set<string>();
  let complete = true;
  for (const name of types) {
    const type = data.types[name]!;
    const partial = rungs.some((rung) => type.partial?.includes(rung));
    if (partial) complete = false;
    for (const rung of ladder) {
      const into = rungs.includes(rung) ? permissions : partial ? doubtful : null;
      if (into !== null) for (const permission of type[rung]) into.add(permission);
    }
  }
  for (const family of families) {
    for (const rung of rungs) {
      for (const extra of family.extras?.[rung] ?? []) permissions.add(extra);
      if (family.partial?.includes(rung)) complete = false;
    }
  }
  for (const permission of permissions) doubtful.delete(permission);
  return {
    permissions: [...permissions].sort(),
    doubtful: [...doubtful].sort(),
    known: true,
    complete,
    everything: false,
  };
}
