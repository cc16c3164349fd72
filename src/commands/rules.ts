// `rules`: every rule in one line, as text, JSON or a Markdown table.
import { loadRuleBook } from "../engine/bundle.ts";
import { ConfigError } from "../model/request.ts";
import type { Rule } from "../model/rule.ts";
import { readOptions, wordOption } from "./options.ts";
import type { Terminal } from "./terminal.ts";

export async function rules(terminal: Terminal): Promise<number> {
  const options = readOptions(terminal.args, { format: { type: "string" } });
  const format = wordOption(options, "format", ["text", "json", "markdown"]) ?? "text";
  const [word] = options.positionals;
  if (word !== undefined)
    throw new ConfigError(`rules lists all of them and takes no name; try: oke-policy explain ${word}`);
  const { rules: list } = await loadRuleBook(terminal.dist);
  terminal.out(FORMATS[format](list));
  return 0;
}

const FORMATS: Readonly<Record<"text" | "json" | "markdown", (rules: readonly Rule[]) => string>> = {
  text: (list) => {
    const width = Math.max(...list.map(({ id }) => id.length));
    const lines = list.map(
      ({ id, severity, requirements, title, enabled }) =>
        `${id.padEnd(width)}  ${severity.padEnd(7)}  ${title}${requirements.length === 0 ? "" : ` (${requirements.join(", ")})`}${enabled ? "" : " — off by default"}`,
    );
    return `${lines.join("\n")}\n`;
  },
  json: (list) => `${JSON.stringify(list.map(summary), null, 2)}\n`,
  markdown: (list) => {
    const rows = list.map(
      ({ id, severity, requirements, title }) =>
        `| [${id}](docs/rules/${id}.md) | ${severity} | ${requirements.join(", ")} | ${title} |`,
    );
    return `| Rule | Severity | Requirements | Title |\n|---|---|---|---|\n${rows.join("\n")}\n`;
  },
};

function summary({
  id,
  severity,
  requirements,
  title,
  description,
  remediation,
  domain,
  target,
  enabled,
}: Rule) {
  return { id, severity, requirements, title, description, remediation, domain, target, enabled };
}
