import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type {
  Action,
  Condition,
  Define,
  Grant,
  Location,
  MatchingRule,
  Value,
  Word,
} from "../../../src/readers/iam/ast.ts";
import { toClauses } from "../../../src/readers/iam/clauses.ts";
import { describe as sentence } from "../../../src/readers/iam/describe.ts";
import { print } from "../../../src/readers/iam/print.ts";
import { parseEntry, parseMatchingRule, parseStatement } from "../../../src/readers/iam/read.ts";
import { splitEntries } from "../../../src/readers/iam/split.ts";
import { toView } from "../../../src/readers/iam/view.ts";
import { growth } from "../../growth.ts";
import { corpusLines } from "./corpus.ts";
import { withoutSpans } from "./trees.ts";

const span = [0, 0] as const;
const place = { file: "f", at: (offset: number) => ({ line: 1, column: offset + 1 }) };

/** Texts that look like entries: whole ones, their pieces in any order, and noise. */
const samples = [...corpusLines("statements.txt"), ...corpusLines("rules.txt")].map(({ text }) => text);
const piece = fc.oneof(
  fc.constantFrom(
    "allow",
    "group",
    "to",
    "in",
    "tenancy",
    "compartment",
    "where",
    "all",
    "any",
    "id",
    "not",
    "between",
  ),
  fc.constantFrom(
    "{",
    "}",
    "(",
    ")",
    ",",
    ":",
    "/",
    "=",
    "!=",
    "==",
    "'",
    '"',
    "${",
    "}",
    "{{",
    "}}",
    "<",
    ">",
    "[",
    "]",
    "%s",
  ),
  fc.constantFrom(
    "$",
    "\\",
    "#",
    "//",
    ";",
    "…",
    "’",
    "\u00a0",
    "\n",
    " ",
    "ocid1.",
    "request.",
    "tag.",
    ".value",
    "$(",
  ),
  fc.string({ maxLength: 6, unit: "binary" }),
);
const noise = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(""));
const spaced = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(" "));
const cut = fc
  .tuple(fc.constantFrom(...samples), fc.nat(200), fc.nat(20), piece)
  .map(([text, at, length, by]) => text.slice(0, at) + by + text.slice(at + length));
const anyText = fc.oneof(noise, spaced, cut);

/** Every span in the tree lies inside the text, and inside that of its parent. */
function spansNest(value: unknown, [from, to]: readonly [number, number]): boolean {
  if (Array.isArray(value)) return value.every((inner) => spansNest(inner, [from, to]));
  if (typeof value !== "object" || value === null) return true;
  let bounds: readonly [number, number] = [from, to];
  if ("span" in value) {
    const own = value.span as [number, number];
    if (own[0] < from || own[1] > to || own[0] > own[1]) return false;
    bounds = own;
  }
  return Object.entries(value).every(([key, inner]) => key === "span" || spansNest(inner, bounds));
}

describe("any text", () => {
  it("is parsed without throwing, with its problems and its tree inside it", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const parsed of [parseStatement(text), parseMatchingRule(text), parseEntry(text)]) {
          expect(spansNest(parsed.entry, [0, text.length])).toBe(true);
          for (const { span: at, fix } of parsed.problems) {
            expect(at[0] >= 0 && at[0] <= at[1] && at[1] <= text.length).toBe(true);
            if (fix)
              expect(fix.span[0] >= 0 && fix.span[0] <= fix.span[1] && fix.span[1] <= text.length).toBe(true);
          }
          const errors = parsed.problems.filter(({ severity }) => severity === "error").length;
          expect(parsed.verdict === "invalid").toBe(errors > 0);
          toView(parsed, place);
          sentence(parsed);
          if (parsed.entry !== null) print(parsed.entry);
          if (parsed.entry !== null && parsed.entry.kind !== "define") toClauses(parsed.entry.condition);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it("is split into entries that stand where they say, in order, without overlap", () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 6 }), (texts) => {
        const text = texts.join("\n");
        let last = 0;
        for (const { text: entry, start } of splitEntries(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          for (let at = 0; at < entry.length; at++) {
            if (entry[at] !== " ") expect(entry[at]).toBe(text[start + at]);
          }
          last = start + entry.length;
          expect(last).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

function word(text: string, quoted = false): Word {
  return { text, quoted, hole: "none", span };
}

const bare = fc.stringMatching(/^[a-z][a-z0-9_-]{0,8}x$/);
const name: fc.Arbitrary<Word> = fc.oneof(
  bare.map((text) => word(text)),
  fc
    .string({ minLength: 1, maxLength: 12 })
    .filter((text) => !/[$%<{]|^\.{3}|^…$/.test(text))
    .map((text) => word(text, true)),
);
const ocid = fc.stringMatching(/^ocid1\.[a-z]{3,8}\.oc1\.\.[a-z0-9]{1,12}$/).map((text) => word(text));
const variable = fc
  .stringMatching(/^(request|target)\.[a-z]{1,8}(\.[a-z0-9_-]{1,8}){1,2}x$/)
  .map((text) => word(text));
const text = fc.string({ maxLength: 12 }).filter((value) => !/[$%<{]|^\.{3,}$|^…$/.test(value));
const stringValue: fc.Arbitrary<Value> = text.map((value) => ({
  kind: "string",
  text: value,
  hole: "none",
  span,
}));
const value: fc.Arbitrary<Value> = fc.oneof(
  stringValue,
  fc
    .stringMatching(/^\*?[\w -]{1,8}\*?$/)
    .map((pattern): Value => ({ kind: "pattern", text: pattern, hole: "none", span })),
  variable.map(({ text: name }): Value => ({ kind: "variable", text: name, hole: "none", span })),
  ocid.map(({ text: id }): Value => ({ kind: "ocid", text: id, hole: "none", span })),
);
const list = fc
  .array(value, { minLength: 1, maxLength: 3 })
  .map((items): Value => ({ kind: "list", items, span }));

const comparison = fc
  .oneof(
    fc.tuple(variable, fc.constantFrom("=", "!=") as fc.Arbitrary<"=" | "!=">, value),
    fc.tuple(variable, fc.constantFrom("in", "not in") as fc.Arbitrary<"in" | "not in">, list),
    fc.tuple(variable, fc.constantFrom("before", "after") as fc.Arbitrary<"before" | "after">, stringValue),
    fc.tuple(
      variable,
      fc.constant("between" as const),
      fc.tuple(stringValue, stringValue).map((items): Value => ({ kind: "list", items, span })),
    ),
    fc.tuple(
      variable,
      fc.constant("sets-intersect" as const),
      fc.oneof(
        list,
        variable.map(({ text: name }): Value => ({ kind: "variable", text: name, hole: "none", span })),
      ),
    ),
    fc.tuple(
      variable,
      fc.constantFrom("present", "absent") as fc.Arbitrary<"present" | "absent">,
      fc.constant(null),
    ),
  )
  .map(
    ([left, operator, right]): Condition => ({
      kind: "comparison",
      variable: left,
      operator,
      value: right,
      span,
    }),
  );

const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    comparison,
    fc
      .tuple(
        fc.constantFrom("any", "all", "bare") as fc.Arbitrary<"any" | "all" | "bare">,
        fc.array(tie("condition"), { minLength: 1, maxLength: 3 }),
      )
      .map(([match, terms]): Condition => ({ kind: "group", match, terms, span })),
  ),
}));

const compartment = fc.oneof(
  fc
    .array(
      bare.map((part) => word(part)),
      { minLength: 1, maxLength: 3 },
    )
    .map((path) => ({ path, ocid: null })),
  ocid.map((id) => ({ path: [], ocid: id })),
);
const ownLocation: fc.Arbitrary<Location> = fc.oneof(
  fc.constant<Location>({ kind: "tenancy", span }),
  compartment.map((place): Location => ({ kind: "compartment", ...place, tenancy: null, span })),
);
const foreignLocation: fc.Arbitrary<Location> = fc.oneof(
  fc.constant<Location>({ kind: "any-tenancy", span }),
  name.map((other): Location => ({ kind: "named-tenancy", name: other, span })),
  fc
    .tuple(compartment, name)
    .map(([place, tenancy]): Location => ({ kind: "compartment", ...place, tenancy, span })),
);

const principal = fc.oneof(
  name.map((own) => ({ domain: null, name: own, ocid: null, span })),
  fc.tuple(name, name).map(([domain, own]) => ({ domain, name: own, ocid: null, span })),
  ocid.map((id) => ({ domain: null, name: null, ocid: id, span })),
);
const subject: fc.Arbitrary<Grant["subject"]> = fc.oneof(
  fc
    .constantFrom("any-user", "any-group")
    .map((kind) => ({ kind: kind as "any-user", principals: [], span })),
  fc
    .tuple(fc.constantFrom("group", "dynamic-group"), fc.array(principal, { minLength: 1, maxLength: 3 }))
    .map(([kind, principals]) => ({ kind: kind as "group", principals, span })),
  fc.array(name, { minLength: 1, maxLength: 2 }).map((names) => ({
    kind: "service" as const,
    principals: names.map((own) => ({ domain: null, name: own, ocid: null, span })),
    span,
  })),
);
const action: fc.Arbitrary<Action> = fc.oneof(
  fc
    .tuple(fc.constantFrom("inspect", "read", "use", "manage") as fc.Arbitrary<"use">, bare)
    .map(([verb, type]): Action => ({ kind: "verb", verb, resource: word(type), span })),
  fc.array(fc.stringMatching(/^[A-Z]{1,6}_[A-Z]{1,6}$/), { minLength: 1, maxLength: 3 }).map(
    (names): Action => ({
      kind: "permissions",
      permissions: names.map((permission) => word(permission)),
      span,
    }),
  ),
);

const grant: fc.Arbitrary<Grant> = fc
  .record({
    effect: fc.constantFrom("allow", "deny") as fc.Arbitrary<"allow" | "deny">,
    form: fc.constantFrom("plain", "endorse", "admit") as fc.Arbitrary<Grant["form"]>,
    subject,
    other: name,
    action,
    own: ownLocation,
    foreign: foreignLocation,
    condition: fc.option(condition),
  })
  .map(({ effect, form, other, own, foreign, ...rest }) => ({
    kind: "grant" as const,
    effect,
    form,
    subject: rest.subject,
    from: form === "admit" ? { kind: "tenancy" as const, name: other } : null,
    action: rest.action,
    location: form === "endorse" ? foreign : own,
    with: null,
    condition: rest.condition,
    tail: [],
    span,
  }));

const define: fc.Arbitrary<Define> = fc
  .tuple(
    fc.constantFrom("tenancy", "group", "dynamic-group", "compartment") as fc.Arbitrary<"tenancy">,
    name,
    ocid,
  )
  .map(([what, own, id]) => ({ kind: "define" as const, what, domain: null, name: own, ocid: id, span }));

const ruleVariable = fc
  .constantFrom("instance.id", "resource.type", "resource.compartment.id", "tag.a.b.value")
  .map((text) => word(text));
const { rule } = fc.letrec<{ rule: Condition }>((tie) => ({
  rule: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.tuple(ruleVariable, fc.constantFrom("=", "!=") as fc.Arbitrary<"=">, stringValue).map(
      ([left, operator, right]): Condition => ({
        kind: "comparison",
        variable: left,
        operator,
        value: right,
        span,
      }),
    ),
    fc
      .tuple(
        fc.constantFrom("any", "all") as fc.Arbitrary<"any" | "all">,
        fc.array(tie("rule"), { minLength: 1, maxLength: 3 }),
      )
      .map(([match, terms]): Condition => ({ kind: "group", match, terms, span })),
  ),
}));
const matchingRule = rule.map((tree): MatchingRule => ({ kind: "matching-rule", condition: tree, span }));

describe("a tree", () => {
  it("of a statement is valid when printed, and parsed into itself", () => {
    fc.assert(
      fc.property(fc.oneof(grant, define), (tree) => {
        const parsed = parseStatement(print(tree));
        expect([print(tree), parsed.problems.filter(({ severity }) => severity === "error")]).toEqual([
          print(tree),
          [],
        ]);
        expect(withoutSpans(parsed.entry)).toEqual(withoutSpans(tree));
        expect(parsed.verdict).toBe("valid");
      }),
      { numRuns: 2000 },
    );
  });

  it("of a matching rule is valid when printed, and parsed into itself", () => {
    fc.assert(
      fc.property(matchingRule, (tree) => {
        const parsed = parseEntry(print(tree));
        expect(withoutSpans(parsed.entry)).toEqual(withoutSpans(tree));
        expect(parsed.verdict).toBe("valid");
      }),
      { numRuns: 1000 },
    );
  });
});

const hostile: { readonly [name: string]: (size: number) => string } = {
  "a long list of conditions": (size) =>
    `allow any-user to use keys in tenancy where all {${"request.region='a',".repeat(size / 19)}request.region='b'}`,
  "nested braces": (size) => `allow any-user to use keys in tenancy where ${"any {".repeat(size / 5)}`,
  "bare braces": (size) => "{".repeat(size),
  "pairs of braces": (size) => "{{}}".repeat(size / 4),
  "expressions that never close": (size) => "${".repeat(size / 2),
  "expressions with a stray quote": (size) => '${"}'.repeat(size / 4),
  "angle brackets": (size) => "<a".repeat(size / 2),
  "square brackets": (size) => "[a ".repeat(size / 3),
  "dollars and parentheses": (size) => "$(".repeat(size / 2),
  spaces: (size) => `${" ".repeat(size)}x`,
  quotes: (size) => "'".repeat(size),
  slashes: (size) => "= / ".repeat(size / 4),
  semicolons: (size) => "; ".repeat(size / 2),
  "one long word": (size) => `allow group ${"a".repeat(size)} to use keys in tenancy`,
  "a long list of groups": (size) => `allow group ${"a, ".repeat(size / 3)}b to use keys in tenancy`,
  "a long path": (size) => `allow group a to use keys in compartment ${"a:".repeat(size / 2)}b`,
  "blocks of Terraform": (size) => "%{ if x }".repeat(size / 9),
  "blocks of Jinja": (size) => "{% if x %} ".repeat(size / 11),
  "blocks of Helm": (size) => "{{ if x }} ".repeat(size / 11),
  "closed blocks": (size) => "{{#a}}b{{/a}} ".repeat(size / 14),
  "unknown resource types": (size) => `allow group a to use ${"keyss ".repeat(size / 6)}`,
};

describe("a hostile text of a megabyte", () => {
  for (const [name, make] of Object.entries(hostile)) {
    it(`made of ${name} takes time in proportion to its length`, () => {
      const read = (text: string) => [parseEntry(text), parseMatchingRule(text), splitEntries(text)];
      expect(growth(make, read, [100_000, 1_000_000])).toBeLessThan(60);
    });
  }

  it("or of ten thousand nested groups is read without running out of stack", () => {
    const parsed = parseStatement(
      `allow any-user to use keys in tenancy where ${"any {".repeat(10_000)}request.region='a'${"}".repeat(10_000)}`,
    );
    expect(parsed.verdict).toBe("invalid");
    expect(parsed.problems.map(({ code }) => code)).toContain("iam/too-deep");
  });

  it("of a hundred thousand statements is split into as many", () => {
    expect(splitEntries("allow group a to use keys in tenancy\n".repeat(100_000))).toHaveLength(100_000);
  });
});
