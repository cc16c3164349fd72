// What the YAML reader says about faults, and how bad they are. Takes the text at fault, gives a severity and a sentence.
import type { Severity } from "../../model/severity.ts";
import type { Fault } from "./build.ts";
import { claimsToBeManifest } from "./claims.ts";

/** Broken text is an error where it claims to be something that is checked. */
export function severityOf(text: string): Severity {
  return claimsToBeManifest(text) ? "error" : "warning";
}

/** Rendering is the one way to check a template. */
export const templateWords =
  "This is a template, not YAML yet, and was not fully checked. Render it and check the result: helm template CHART | oke-policy check -";

export const placeholderWords =
  "This is a template, which its placeholders keep from being read, and was not checked. Fill them in and check the result: envsubst < FILE | oke-policy check -";

export const terraformWords =
  "This is a template of Terraform, not YAML yet: only what templatefile makes of it was looked at. A plan holds what it becomes: terraform show -json PLAN | oke-policy check -";

/** Said by the parser → said to the user, where the parser's words name the consequence and not the fault. */
const plainer: readonly (readonly [RegExp, string])[] = [
  [/^deficient indentation/, "a bracket, brace or quote is not closed, or this line needs more indentation"],
  [/^unexpected end of the stream within a flow collection/, "a bracket or brace is not closed"],
  [
    /^unexpected end of the (?:stream|document) within a (single|double) quoted scalar/,
    "a $1 quote is not closed",
  ],
  [/^end of the stream or a document separator is expected/, "this does not belong to what stands before it"],
  [
    /^bad indentation of a mapping entry/,
    'this line is indented differently from its neighbours, or a value before it holds an unquoted ": "',
  ],
  [/^missed comma between flow collection entries/, "a comma is missing between the entries in brackets"],
  [/^expected ':' after a mapping key/, 'a ":" is missing after this key'],
  [
    /^tab characters must not be used in indentation/,
    "this line is indented with a tab; YAML takes spaces only",
  ],
];

export function syntaxWords(reason: string): string {
  for (const [pattern, words] of plainer) {
    if (pattern.test(reason)) return `Not readable as YAML: ${reason.replace(pattern, words)}.`;
  }
  return `Not readable as YAML: ${reason}.`;
}

export function faultWords(fault: Fault, text: string): readonly [Severity, string] {
  switch (fault.code) {
    case "duplicate-key":
      return [
        "warning",
        `The key ${JSON.stringify(fault.detail)} stands twice in one mapping; the last one holds.`,
      ];
    case "unknown-anchor":
      return [
        severityOf(text),
        `No anchor &${fault.detail} stands before this alias in its document; it was read as null.`,
      ];
    case "recursive-alias":
      return [
        severityOf(text),
        `The alias *${fault.detail} stands inside its own anchor; it was read as null.`,
      ];
    case "complex-key":
      return [severityOf(text), "A mapping or a list is used as a key, which Kubernetes cannot read."];
    case "bad-merge":
      return [
        severityOf(text),
        "The merge key << takes a mapping or a list of mappings; this one was left out.",
      ];
  }
}
