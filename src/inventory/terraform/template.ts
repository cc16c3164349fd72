// Puts texts together from templates. Takes a template and what it can see, gives a known text or a text with holes;
// remembers where each part was written.
import type { HclExpression, HclTemplate, HclTemplatePart } from "../../model/hcl.ts";
import { elements } from "./access.ts";
import { scalarText, truth } from "./operators.ts";
import { type Scope, withName } from "./scope.ts";
import type { Site } from "./site.ts";
import {
  derived,
  failure,
  type Known,
  known,
  MAX_TEXT,
  oneOf,
  type Piece,
  refText,
  type Unknown,
  unknown,
  type Value,
} from "./value.ts";

type Evaluate = (expression: HclExpression, scope: Scope) => Value;
export type TextPart = Known | Unknown;

export function templateText(template: HclTemplate, scope: Scope, evaluate: Evaluate): Value {
  const site: Site = { source: scope.source, start: template.start, end: template.end };
  const parts: TextPart[] = [];
  collect(template.parts, scope, evaluate, parts);
  return joinText(parts, site);
}

function collect(
  parts: readonly HclTemplatePart[],
  scope: Scope,
  evaluate: Evaluate,
  into: TextPart[],
): void {
  for (const part of parts) {
    const site: Site = { source: scope.source, start: part.start, end: part.end };
    if (part.kind === "text") into.push(known(part.text, site));
    else if (part.kind === "template-if") {
      const condition = evaluate(part.condition, scope);
      const decided = truth(condition);
      if (decided !== null) collect(decided ? part.whenTrue : part.whenFalse, scope, evaluate, into);
      else {
        const sides = [part.whenTrue, part.whenFalse].map((side) => {
          const inner: TextPart[] = [];
          collect(side, scope, evaluate, inner);
          return joinText(inner, site);
        });
        const ref = `%{if ${refText(condition)}}${sides.map(refText).join("%{else}")}`;
        const either =
          condition.kind === "unknown" && !condition.failed
            ? oneOf(sides, ref, condition.reason, site)
            : null;
        into.push(
          either?.kind === "known" || either?.kind === "unknown"
            ? either
            : failure("not a condition", ref, site),
        );
      }
    } else if (part.kind === "template-for") {
      const collection = evaluate(part.collection, scope);
      const found = elements(collection);
      if (found === null || found.open)
        into.push(derived(`%{for ${refText(collection)}}`, [collection], site));
      for (const item of found?.items ?? []) {
        let inner = withName(scope, part.value, item.value);
        if (part.key !== null) inner = withName(inner, part.key, item.key);
        collect(part.parts, inner, evaluate, into);
        if (into.length > MAX_TEXT) return;
      }
    } else into.push(textPart(evaluate(part, scope), site));
  }
}

/** A value as it goes into a text: a scalar, or a hole. The place is that of the interpolation. */
export function textPart(value: Value, site: Site | null): TextPart {
  if (value.kind === "known") {
    const from = value.from ?? value.site;
    return {
      ...value,
      value: scalarText(value),
      site: site ?? value.site,
      ...(site !== null && from !== null && from !== site && { from }),
    };
  }
  if (value.kind === "unknown") return value;
  return failure("no text", refText(value), site);
}

/** One text of several parts. */
export function joinText(parts: readonly TextPart[], site: Site | null): Value {
  const flat = parts.flatMap((part): readonly TextPart[] => (part.kind === "unknown" && part.text) || [part]);
  let length = 0;
  for (const part of flat) length += part.kind === "known" ? String(part.value).length : 1;
  if (length > MAX_TEXT) return unknown("text too long to be looked at", "…", site);
  const [only] = flat;
  if (flat.length === 1 && only?.kind === "unknown") return only;
  if (flat.some((part) => part.kind === "unknown")) {
    const ref = `"${flat.map((part) => (part.kind === "known" ? part.value : `\${${part.ref}}`)).join("")}"`;
    return derived(ref, flat, site, { text: flat });
  }
  if (flat.length === 1 && only?.kind === "known") return { ...only, site: site ?? only.site };
  const pieces: Piece[] = [];
  let text = "";
  for (const part of flat as readonly Known[]) {
    if (part.pieces !== undefined)
      for (const piece of part.pieces) pieces.push({ ...piece, at: text.length + piece.at });
    else if (part.site !== null)
      pieces.push({ at: text.length, site: part.site, ...(part.from && { from: part.from }) });
    text += part.value;
  }
  const isToFillIn = (flat as readonly Known[]).some((part) => part.toFillIn);
  return { kind: "known", value: text, site, pieces, ...(isToFillIn && { toFillIn: true }) };
}
