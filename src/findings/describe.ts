// Takes a message template, facts and the subject's title; gives the sentence that people read.
import type { FactValue } from "../model/finding.ts";

/** A placeholder is a fact's name in braces; `{CLUSTER_JOIN}` or `{ … }` in a message are text. */
const placeholder = /\{([a-z][a-z0-9_]*)(:plain)?\}/g;

/**
 * `{fact}` becomes the fact, text in double quotes, arrays as `"a", "b"`; `{fact:plain}` leaves the quotes out; `{subject}` is the title.
 * `uncertain` adds that nobody knows yet where the item lands. Throws when a placeholder has no fact: a rule that cannot say what it found is broken.
 */
export function describe(
  template: string,
  facts: Readonly<Record<string, FactValue>>,
  title: string,
  uncertain = false,
): string {
  const sentence = template.replace(placeholder, (_, name: string, plain: string | undefined) => {
    if (name === "subject") return title;
    const fact = Object.hasOwn(facts, name) ? facts[name] : undefined;
    if (fact === undefined) throw new Error(`gives no fact for {${name}} of its message`);
    return factText(fact, plain !== undefined);
  });
  return uncertain ? `${sentence} This counts if this lands on a virtual node.` : sentence;
}

/** Names of the placeholders in a template, `subject` included, each once. */
export function placeholders(template: string): readonly string[] {
  return [...new Set([...template.matchAll(placeholder)].map((match) => match[1]!))];
}

function factText(fact: FactValue, plain: boolean): string {
  if (Array.isArray(fact))
    return fact.length === 0 ? "none" : fact.map((part) => factText(part, plain)).join(", ");
  return typeof fact === "string" && !plain ? `"${fact}"` : String(fact);
}
