// `explain RULE`, or the id of a requirement for all its rules: why the rule exists, a bad and a good example, what to do, where it is written.
import { loadExamples, loadRuleBook } from "../engine/bundle.ts";
import { didYouMean } from "../model/nearest.ts";
import { ConfigError } from "../model/request.ts";
import { rulesOf } from "../model/requirement.ts";
import type { RuleInFull } from "../model/rule.ts";
import { readOptions, wordOption } from "./options.ts";
import type { Terminal } from "./terminal.ts";

export async function explain(terminal: Terminal): Promise<number> {
  const options = readOptions(terminal.args, { format: { type: "string" } });
  const format = wordOption(options, "format", ["text", "json"]) ?? "text";
  const [{ rules: listed }, examples] = await Promise.all([
    loadRuleBook(terminal.dist),
    loadExamples(terminal.dist),
  ]);
  const rules = listed.map((rule) => ({ ...rule, examples: examples[rule.id]! }));
  const [id, ...more] = options.positionals;
  if (id === undefined || more.length > 0)
    throw new ConfigError(
      "explain takes the id of one rule or requirement; `oke-policy rules` lists them, both in each line",
    );
  const rule = rules.find((candidate) => candidate.id === id);
  // Those made for it alone come before those that judge many.
  const judging =
    rule === undefined
      ? rulesOf(id, rules).toSorted((a, b) => a.requirements.length - b.requirements.length)
      : [rule];
  if (judging.length === 0) {
    const ids = rules.map((candidate) => candidate.id);
    throw new ConfigError(`there is no rule or requirement "${id}"${didYouMean(id, ids)}`);
  }
  if (format === "json") terminal.out(`${JSON.stringify(rule ?? judging, null, 2)}\n`);
  else {
    const width = Math.min(WIDTH, Math.max(terminal.columns ?? WIDTH, NARROWEST));
    terminal.out(rule === undefined ? ofRequirement(id, judging, width) : inFull(rule, width));
  }
  return 0;
}

function ofRequirement(id: string, rules: readonly RuleInFull[], width: number): string {
  const which = rules.length === 1 ? "one rule" : `${rules.length} rules`;
  const ids = rules.map((rule) => rule.id).join(", ");
  const line = "─".repeat(width);
  return `${wrapped(`${id.toUpperCase()} is judged by ${which}: ${ids}`, width)}\n\n${rules.map((rule) => inFull(rule, width)).join(`\n${line}\n\n`)}`;
}

function inFull(rule: RuleInFull, width: number): string {
  const facts = [
    rule.severity,
    ...(rule.requirements.length === 0 ? [] : [rule.requirements.join(", ")]),
    rule.target === "virtual" ? "for workloads on virtual nodes" : "for every target",
    ...(rule.enabled ? [] : ["off by default"]),
  ];
  const links = rule.references.map(({ description, ref }) => `  ${description}\n    ${ref}`);
  return `${[
    `${rule.title} (${rule.id})`,
    wrapped(facts.join(" · "), width),
    "",
    wrapped(rule.description, width),
    "",
    wrapped(`Instead: ${rule.remediation}`, width),
    "",
    `Bad (${rule.examples.bad.file}):`,
    indented(rule.examples.bad.text),
    "",
    `Good (${rule.examples.good.file}):`,
    indented(rule.examples.good.text),
    "",
    "Written at:",
    ...links,
    "",
    `Accept one with a comment: # oke-policy: ignore[${rule.id}] reason`,
  ].join("\n")}\n`;
}

/** Columns of a page, and of a terminal that nothing reads well on. */
const WIDTH = 100;
const NARROWEST = 40;

function wrapped(text: string, width: number): string {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.join("\n");
}

function indented(text: string): string {
  return text.trimEnd().replace(/^(?=.)/gm, "    ");
}
