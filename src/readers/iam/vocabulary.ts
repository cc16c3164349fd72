// Which resource types and permissions are known, and what to say of one that is not. The names come from the data on IAM.
import lattice from "../../../policies/data/iam.json" with { type: "json" };
import { nearest } from "../../model/nearest.ts";
import type { Word } from "./ast.ts";
import type { Cursor } from "./cursor.ts";

type Alias = { readonly of: string; readonly works: boolean | null };

type Vocabulary = {
  readonly types: ReadonlySet<string>;
  readonly aliases: ReadonlyMap<string, Alias>;
  readonly permissions: ReadonlySet<string>;
};

let vocabulary: Vocabulary | undefined;
const nearestKnown = new Map<string, string | undefined>();
/** Distinct unknown names whose nearest known one is remembered. */
const MAX_REMEMBERED = 1000;

function load(): Vocabulary {
  const types = new Set<string>(lattice.known);
  const permissions = new Set<string>(lattice.permissions);
  for (const [name, type] of Object.entries<{ [verb: string]: unknown }>(lattice.types)) {
    types.add(name);
    for (const list of Object.values(type))
      if (Array.isArray(list)) for (const permission of list) permissions.add(permission);
  }
  for (const name of Object.keys(lattice.families)) types.add(name);
  return { types, permissions, aliases: new Map(Object.entries<Alias>(lattice.aliases)) };
}

export function isKnownType(name: string): boolean {
  vocabulary ??= load();
  return vocabulary.types.has(name.toLowerCase());
}

/** Warns of a resource type that is not known: new ones appear often, so that it is never an error. */
export function checkResourceType(cursor: Cursor, { text, hole, span }: Word): void {
  if (hole !== "none") return;
  vocabulary ??= load();
  const name = text.toLowerCase();
  if (vocabulary.types.has(name)) return;
  const alias = vocabulary.aliases.get(name);
  if (alias !== undefined) {
    if (alias.works === true) return;
    cursor.warn("iam/resource-type-alias", `The documented name of \`${text}\` is \`${alias.of}\`.`, span, {
      span,
      text: alias.of,
    });
    return;
  }
  const near = remembered(name, vocabulary.types);
  if (near !== undefined) {
    cursor.warn(
      "iam/unknown-resource-type",
      `\`${text}\` is not a known resource type; did you mean \`${near}\`?`,
      span,
      {
        span,
        text: near,
      },
    );
  } else {
    cursor.report(
      "notice",
      "iam/unknown-resource-type",
      `\`${text}\` is not among the known resource types.`,
      span,
    );
  }
}

/** Permissions are letters, digits and `_`; one that is a slip away from a known one is probably that one. */
export function checkPermission(cursor: Cursor, { text, hole, span }: Word): void {
  if (hole !== "none") return;
  if (!/^[A-Za-z]\w*$/.test(text)) {
    cursor.error(
      "iam/permission-name",
      `\`${text.slice(0, 60)}\` cannot be a permission: those are letters, digits and \`_\`.`,
      span,
    );
    return;
  }
  vocabulary ??= load();
  const name = text.toUpperCase();
  if (vocabulary.permissions.has(name)) return;
  const near = remembered(name.toLowerCase(), lower(vocabulary.permissions))?.toUpperCase();
  if (near === undefined) return;
  cursor.warn(
    "iam/unknown-permission",
    `\`${text}\` is not a known permission; did you mean \`${near}\`?`,
    span,
    { span, text: near },
  );
}

function* lower(names: Iterable<string>): Iterable<string> {
  for (const name of names) yield name.toLowerCase();
}

/** Families and types of other services are short and near to one another (`orm-family`, `ons-family`): one letter off is a slip there. */
const LONG_NAME = 14;

function remembered(name: string, candidates: Iterable<string>): string | undefined {
  let near = nearestKnown.get(name);
  if (near === undefined && !nearestKnown.has(name)) {
    near = nearest(name, candidates, name.length >= LONG_NAME ? 2 : 1);
    if (nearestKnown.size < MAX_REMEMBERED) nearestKnown.set(name, near);
  }
  return near;
}
