// The parts of a parsed grant as the inventory holds them: who, what, where. Takes trees, gives plain data with references.
import type { Principal as PrincipalEntry, Statement } from "../../model/inventory.ts";
import type { Define, Grant, Location, Subject, Word } from "../../readers/iam/ast.ts";
import { allDoubtful, type Answers, askedOf } from "./asked.ts";
import { isOcid, refText } from "./references.ts";

/** A placeholder for the whole subject stands as `any-user` with a hole: nobody knows who it is. */
export function principalsOf(subject: Subject | null): PrincipalEntry[] {
  if (subject === null) return [];
  const { kind, principals } = subject;
  if (kind === "unknown") return [{ kind: "any-user", hole: true }];
  if (kind === "any-user" || kind === "any-group") return [{ kind, hole: false }];
  return principals.map(({ domain, name, ocid }) => {
    const words = [domain, name, ocid].filter((word) => word !== null);
    const hole = words.some((word) => word.hole !== "none");
    const whole = (ocid ?? name)?.hole === "whole" ? (ocid ?? name) : null;
    return {
      kind,
      hole,
      ...(name !== null && { name: name.text }),
      ...(domain !== null && { domain: domain.text }),
      ...(ocid !== null && ocid.hole === "none" && { ocid: ocid.text }),
      ...(whole !== null && whole !== undefined && { ref: refText(whole.text) }),
    };
  });
}

export type ActionParts = Pick<Statement, "resources"> & {
  readonly verb?: string;
  readonly answers: Answers;
  readonly known: boolean;
};

export function actionOf({ action, effect }: Grant): ActionParts {
  if (action === null || action.kind === "unknown")
    return { resources: [], answers: allDoubtful, known: false };
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
  const resourceType = resource.text.toLowerCase();
  return {
    verb,
    resources: [resourceType],
    answers: askedOf({ verb, resourceType, effect: effect ?? "allow" }),
    known: true,
  };
}

export function locationOf(location: Location | null): Statement["location"] {
  if (location === null) return { kind: "unknown", hole: true };
  switch (location.kind) {
    case "tenancy":
    case "any-tenancy":
      return { kind: location.kind, hole: false };
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
