import { describe, expect, it } from "vitest";
import { parseEntry, parseMatchingRule, parseStatement } from "../../../src/readers/iam/read.ts";
import { corpusLines } from "./corpus.ts";

type Mutation = { readonly what: string; readonly text: string };

const literals = corpusLines("statements.txt").filter((line) => line.kind === "literal");
const rules = corpusLines("rules.txt").filter((line) => line.kind === "literal");

/** The parts of a statement: quoted texts and patterns in one piece, white space between kept apart. */
function pieces(text: string): { readonly text: string; readonly start: number }[] {
  const pattern = /'[^']*'|"[^"]*"|(?<=[=(]\s*)\/[^/]*\/|[\w.@$+:-]+|!=|[^\s\w]/g;
  return [...text.matchAll(pattern)].map((match) => ({ text: match[0], start: match.index }));
}

const keywords =
  /^(?:allow|deny|define|endorse|admit|group|dynamic-group|any-user|any-group|any-tenancy|service|to|in|tenancy|compartment|id|where|all|any|of|with|as|inspect|read|use|manage|associate|not|before|after|between|sets-intersect)$/i;

function replaceAt(text: string, start: number, length: number, by: string): string {
  return text.slice(0, start) + by + text.slice(start + length);
}

/** Four slips of the keyboard: a letter doubled, one left out, one replaced, two swapped. */
function misspellings(word: string): string[] {
  const last = word.length - 1;
  const swapped = word.slice(0, last - 1) + word[last] + word[last - 1];
  return [`${word}${word[last]}`, word.slice(0, last), `${word.slice(0, last)}x`, swapped].filter(
    (slip) => slip.length > 1 && slip.toLowerCase() !== word.toLowerCase() && !keywords.test(slip),
  );
}

function* mutations(text: string): Generator<Mutation> {
  const parts = pieces(text);
  for (const [index, part] of parts.entries()) {
    const after = parts[index + 1]?.text ?? "";
    const before = parts[index - 1]?.text.toLowerCase() ?? "";
    const named = /^(?:group|dynamic-group|service|compartment|tenancy|,|\/)$/.test(before);
    if (keywords.test(part.text) && !(named && part.text.toLowerCase() !== "id")) {
      for (const slip of misspellings(part.text)) {
        yield {
          what: `\`${part.text}\` misspelt`,
          text: replaceAt(text, part.start, part.text.length, slip),
        };
      }
    }
    if (part.text.toLowerCase() === "to" && !(after === "{" && /^endorse/i.test(text))) {
      yield { what: "`to` dropped", text: replaceAt(text, part.start, part.text.length, "") };
    }
    if (/^[{}]$/.test(part.text))
      yield { what: "a brace dropped", text: replaceAt(text, part.start, 1, " ") };
    if (/^['"]/.test(part.text)) {
      yield { what: "an opening quote dropped", text: replaceAt(text, part.start, 1, "") };
      yield {
        what: "a closing quote dropped",
        text: replaceAt(text, part.start + part.text.length - 1, 1, ""),
      };
    }
    if (part.text === "=" || part.text === "!=") {
      yield { what: "`==` written", text: replaceAt(text, part.start, part.text.length, "==") };
    }
    if (!/^[/:]$/.test(part.text) && after !== "/" && after !== ":") {
      yield { what: "`;` added", text: replaceAt(text, part.start + part.text.length, 0, ";") };
    }
  }
  yield { what: "`;` added", text: `${text};` };
  yield { what: "a word added", text: `${text} please` };
  yield { what: "`==` added", text: `${text} == 'x'` };
  yield { what: "`where` left empty", text: `${text.replace(/\s+where\s.*$/i, "")} where` };
}

/** Also breaks what only statements have: the location, and words put between others. */
function* statementMutations(text: string): Generator<Mutation> {
  yield* mutations(text);
  const location =
    /\s+in\s+(?:any-tenancy|tenancy\b(?!\s+(?:where|with))(?:\s+[\w-]+)?|tenancy|compartment\s+(?:id\s+)?[\w.:-]+(?:\s+of\s+tenancy\s+[\w-]+)?)(?=\s|$)/gi;
  for (const match of text.matchAll(location)) {
    yield { what: "a location dropped", text: replaceAt(text, match.index, match[0].length, "") };
    const place = /^\s+in\s+/i.exec(match[0])![0].length;
    yield {
      what: "what follows `in` dropped",
      text: replaceAt(text, match.index + place, match[0].length - place, ""),
    };
  }
  for (const match of text.matchAll(/\b(?:to|manage|read|use|inspect|where)\s+(?=[a-z{])/gi)) {
    // A name may be such a word too.
    if (/(?:group|compartment|tenancy)\s+$/i.test(text.slice(0, match.index))) continue;
    yield {
      what: `a word added after \`${match[0].trim()}\``,
      text: replaceAt(text, match.index + match[0].length, 0, "please "),
    };
  }
}

describe("a literal statement broken in one way", () => {
  it("is invalid every time", () => {
    const accepted: string[] = [];
    let count = 0;
    for (const { text } of literals) {
      for (const mutation of statementMutations(text)) {
        count++;
        for (const parsed of [parseStatement(mutation.text), parseEntry(mutation.text)]) {
          if (parsed.verdict !== "invalid") accepted.push(`${mutation.what}: ${mutation.text}`);
        }
      }
    }
    expect(accepted).toEqual([]);
    expect(count).toBeGreaterThan(10_000);
  });

  it("has a problem that lies inside its text", () => {
    for (const { text } of literals) {
      for (const mutation of statementMutations(text)) {
        for (const { span } of parseStatement(mutation.text).problems) {
          expect(span[0]).toBeGreaterThanOrEqual(0);
          expect(span[1]).toBeLessThanOrEqual(mutation.text.length);
          expect(span[0]).toBeLessThanOrEqual(span[1]);
        }
      }
    }
  });
});

describe("a literal matching rule broken in one way", () => {
  it("is invalid every time", () => {
    const accepted: string[] = [];
    for (const { text } of rules) {
      for (const mutation of mutations(text)) {
        for (const parsed of [parseMatchingRule(mutation.text), parseEntry(mutation.text)]) {
          if (parsed.verdict !== "invalid") accepted.push(`${mutation.what}: ${mutation.text}`);
        }
      }
    }
    expect(accepted).toEqual([]);
  });
});
