// The parts of a parsed grant as the inventory holds them: who, what, where. Takes trees, gives plain data with references.
import type { Principal as PrincipalEntry, Statement } from "../../model/inventory/identity.ts";
import type { Define, Grant, Location, Subject, Word } from "../../readers/iam/ast.ts";
import { type Answers, allDoubtful, askedOf } from "./asked.ts";
import { isOcid, refText } from "./references.ts";

type Draft = { -readonly [Field in keyof PrincipalEntry]: PrincipalEntry[Field] };

const NOBODY: readonly PrincipalEntry[] = [];
/** Shared by all statements: there is nothing more to say of them. */
const SOMEBODY: readonly PrincipalEntry[] = [{ kind: "any-user", hole: true }];
const ANY_USER: readonly PrincipalEntry[] = [{ kind: "any-user", hole: false }];
const ANY_GROUP: readonly PrincipalEntry[] = [{ kind: "any-group", hole: false }];

/** A placeholder for the whole subject stands as `any-user` with a hole: nobody knows who it is. */
export function principalsOf(subject: Subject | null): readonly PrincipalEntry[] {
  if (subject === null) return NOBODY;
  switch (subject.kind) {
    case "unknown":
      return SOMEBODY;
    case "any-user":
      return ANY_USER;
    case "any-group":
      return ANY_GROUP;
  }
  const { kind } = subject;
  return subject.principals.map(({ domain, name, ocid }) => {
    const draft: Draft = { kind, hole: isOpen(domain) || isOpen(name) || isOpen(ocid) };
    if (name !== null) draft.name = name.text;
    if (domain !== null) draft.domain = domain.text;
    if (ocid !== null && ocid.hole === "none") draft.ocid = ocid.text;
    const own = ocid ?? name;
    if (own?.hole === "whole") draft.ref = refText(own.text);
    return draft;
  });
}

function isOpen(word: Word | null): boolean {
  return word !== null && word.hole !== "none";
}

export type ActionParts = Pick<Statement, "resources"> & {
  readonly verb?: string;
  readonly answers: Answers;
  readonly known: boolean;
};

const UNKNOWN_ACTION: ActionParts = { resources: [], answers: allDoubtful, known: false };

export function actionOf({ action, effect }: Grant): ActionParts {
  if (action === null || action.kind === "unknown") return UNKNOWN_ACTION;
  if (action.kind === "permissions") {
    const whole = action.permissions.every(({ hole }) => hole === "none");
    const answers = askedOf({ permissions: action.permissions.map(({ text }) => text) });
    return whole
      ? { resources: [], answers, known: true }
      : {
          resources: [],
          known: false,
          answers: {
            yes: answers.yes,
            maybe: allDoubtful.maybe.filter((name) => !answers.yes.includes(name)),
          },
        };
  }
  const { verb, resource } = action;
  if (typeof verb !== "string" || resource.hole !== "none") {
    return {
      resources: [resource.text.toLowerCase()],
      answers: allDoubtful,
      known: false,
      ...(typeof verb === "string" && { verb }),
    };
  }
  return granted(effect ?? "allow", verb, resource.text);
}

/** Remembered by effect and verb, then by type: policies repeat the same few hundred. */
const grantedParts = new Map<string, Map<string, ActionParts>>();
const MAX_REMEMBERED = 10_000;

function granted(effect: "allow" | "deny", verb: string, type: string): ActionParts {
  const key = effect === "allow" ? verb : `deny ${verb}`;
  let byType = grantedParts.get(key);
  if (byType === undefined) {
    byType = new Map();
    grantedParts.set(key, byType);
  }
  const before = byType.get(type);
  if (before !== undefined) return before;
  const resourceType = type.toLowerCase();
  const answers = askedOf({ verb, resourceType, effect });
  const parts: ActionParts = { verb, resources: [resourceType], answers, known: true };
  if (byType.size < MAX_REMEMBERED) byType.set(type, parts);
  return parts;
}

const EVERYWHERE: Statement["location"] = { kind: "tenancy", hole: false };
const ANY_TENANCY: Statement["location"] = { kind: "any-tenancy", hole: false };

export function locationOf(location: Location | null): Statement["location"] {
  if (location === null) return { kind: "unknown", hole: true };
  switch (location.kind) {
    case "tenancy":
      return EVERYWHERE;
    case "any-tenancy":
      return ANY_TENANCY;
    case "named-tenancy":
      return { kind: location.kind, path: [location.name.text], hole: location.name.hole !== "none" };
    case "unknown":
      return { kind: "unknown", ref: refText(location.hole.text), hole: true };
    case "compartment": {
      const { ocid, path } = location;
      if (ocid !== null) return { kind: "compartment", ref: refText(ocid.text), hole: ocid.hole !== "none" };
      const only = path.length === 1 ? path[0]! : undefined;
      // The commonest mistake leaves out `id`: what stands there is an OCID all the same.
      if (only !== undefined && (only.hole === "whole" || isOcid(only.text)))
        return { kind: "compartment", ref: refText(only.text), hole: only.hole !== "none" };
      return {
        kind: "compartment",
        path: path.map(({ text }) => text),
        hole: path.some(({ hole }) => hole !== "none"),
      };
    }
  }
}

type Alias = NonNullable<Statement["aliases"]>[number];

/** Names that a statement about another tenancy takes to be defined beside it. */
export function aliasesOf(grant: Grant): Alias[] {
  const aliases: Alias[] = [];
  const add = (kind: Alias["kind"], name: Word | null): void => {
    if (name !== null && name.hole === "none" && !isOcid(name.text)) aliases.push({ kind, name: name.text });
  };
  if (grant.from?.kind === "tenancy") {
    add("tenancy", grant.from.name);
    if (grant.subject?.kind === "group" || grant.subject?.kind === "dynamic-group") {
      for (const { name } of grant.subject.principals) add(grant.subject.kind, name);
    }
  }
  for (const place of [grant.location, grant.with?.location ?? null]) {
    if (place?.kind === "named-tenancy") add("tenancy", place.name);
    if (place?.kind === "compartment" && place.tenancy !== null) {
      add("tenancy", place.tenancy);
      if (place.path.length === 1) add("compartment", place.path[0]!);
    }
  }
  return aliases;
}

export function definedBy({ what, name }: Define): string | undefined {
  return what === null || name === null ? undefined : `${what} ${name.text.toLowerCase()}`;
}
