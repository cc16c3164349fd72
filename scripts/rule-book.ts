// Reads the METADATA and examples of every rule into the rule book. Needs no OPA. Throws on a rule that is not whole, with its file.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { load } from "js-yaml";
import type { Entrypoint, Example, ExampleBook, Examples, Rule, RuleBook } from "../src/model/rule.ts";
import { root } from "./root.ts";

const policies = join(root, "policies");
const rulesFolder = join(policies, "rules");

type Metadata = {
  title: string;
  description: string;
  related_resources: { description: string; ref: string }[];
  custom: {
    severity: Rule["severity"];
    target: Rule["target"];
    requirements: string[];
    message: string;
    remediation: string;
    enabled?: boolean;
    since?: string;
    until?: string;
  };
};
const TOP_KEYS = ["title", "description", "related_resources", "custom"];
const CUSTOM_KEYS = [
  "severity",
  "target",
  "requirements",
  "message",
  "remediation",
  "enabled",
  "since",
  "until",
];

/** All but what only OPA can read. `left` are the ids of rules to leave out. Throws when any other is not whole. */
export function ruleBook(version: string, left: readonly string[] = []): Omit<RuleBook, "mentions"> {
  const rules = ruleFolders()
    .filter((folder) => !left.includes(basename(folder)))
    .map(readRule);
  rules.sort((a, b) => (a.id < b.id ? -1 : 1));
  const texts = regoFiles().map((file) => readFileSync(file, "utf8"));
  return {
    version,
    digest: digest(),
    rules,
    kinds: { workloads: kindsIn(texts, "workloads"), index: kindsIn(texts, "index") },
  };
}

/** The first bad and the first good example of every rule. Throws where one is missing. */
export function exampleBook(left: readonly string[] = []): ExampleBook {
  const folders = ruleFolders().filter((folder) => !left.includes(basename(folder)));
  const entries = folders.map((folder) => [basename(folder), examplesOf(folder)]);
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a! < b! ? -1 : 1))) as ExampleBook;
}

/** Rules that the rule book would refuse, with the reason. */
export function unfinishedRules(): { id: string; why: string }[] {
  return ruleFolders().flatMap((folder) => {
    try {
      readRule(folder);
      examplesOf(folder);
      return [];
    } catch (error) {
      return [{ id: basename(folder), why: (error as Error).message }];
    }
  });
}

/** Every `<domain>/<rule>` folder. */
export function ruleFolders(): string[] {
  return readdirSync(rulesFolder)
    .flatMap((domain) =>
      readdirSync(join(rulesFolder, domain)).map((slug) => join(rulesFolder, domain, slug)),
    )
    .filter((folder) => statSync(folder).isDirectory())
    .toSorted();
}

/** SHA-256 over the path and text of everything that goes into the WASM. */
export function digest(): string {
  const hash = createHash("sha256");
  for (const file of regoFiles())
    hash
      .update(relative(root, file).replaceAll("\\", "/"))
      .update("\0")
      .update(readFileSync(file))
      .update("\0");
  return hash.digest("hex");
}

export function regoFiles(): string[] {
  return (readdirSync(policies, { recursive: true }) as string[])
    .filter(
      (file) => file.endsWith(".rego") && !file.endsWith("_test.rego") && !file.endsWith("testing.rego"),
    )
    .map((file) => join(policies, file))
    .toSorted();
}

function kindsIn(texts: readonly string[], part: string): string[] {
  const pattern = new RegExp(`input\\.${part}\\.objects(?:\\.([A-Za-z]+)|\\["([A-Za-z]+)"\\])`, "g");
  const kinds = texts.flatMap((text) => [...text.matchAll(pattern)].map((match) => match[1] ?? match[2]!));
  return [...new Set(kinds)].toSorted();
}

function readRule(folder: string): Rule {
  const [domain, id] = relative(rulesFolder, folder).split(/[/\\]/) as [string, string];
  const file = join(folder, `${id}.rego`);
  const where = relative(root, file);
  if (!existsSync(file))
    throw new Error(`${where}: missing; the folder, the file and the package carry the same name`);
  const text = readFileSync(file, "utf8");
  if (
    !text.includes(`package rules${dotted(domain)}["${id}"]`) &&
    !text.includes(`package rules${dotted(domain)}.${id}\n`)
  ) {
    throw new Error(`${where}: the package must be rules${dotted(domain)}["${id}"]`);
  }
  const metadata = metadataOf(text, where);
  const { custom } = metadata;
  return {
    id,
    domain,
    entrypoint: entrypointOf(domain),
    title: metadata.title,
    description: metadata.description.trim().replace(/\s+/g, " "),
    severity: custom.severity,
    requirements: custom.requirements,
    message: custom.message.trim().replace(/\s+/g, " "),
    remediation: custom.remediation.trim().replace(/\s+/g, " "),
    target: custom.target,
    enabled: custom.enabled ?? true,
    ...(custom.since !== undefined && { since: custom.since }),
    ...(custom.until !== undefined && { until: custom.until }),
    references: metadata.related_resources,
  };
}

function dotted(domain: string): string {
  return /^\w+$/.test(domain) ? `.${domain}` : `["${domain}"]`;
}

function entrypointOf(domain: string): Entrypoint {
  return domain === "workload" || domain === "statement" ? domain : "repository";
}

function metadataOf(text: string, where: string): Metadata {
  const lines = text.split("\n");
  const start = lines.indexOf("# METADATA");
  const block = lines.slice(
    start + 1,
    lines.findIndex((line, index) => index > start && !line.startsWith("#")),
  );
  const metadata = load(block.map((line) => line.replace(/^# ?/, "")).join("\n")) as Metadata;
  const fail = (why: string): never => {
    throw new Error(`${where}: ${why}`);
  };
  if (start === -1 || metadata === null || typeof metadata !== "object") fail("no METADATA");
  for (const key of Object.keys(metadata)) if (!TOP_KEYS.includes(key)) fail(`unknown METADATA key ${key}`);
  for (const key of TOP_KEYS) if (!(key in metadata)) fail(`METADATA lacks ${key}`);
  for (const key of Object.keys(metadata.custom))
    if (!CUSTOM_KEYS.includes(key)) fail(`unknown METADATA key custom.${key}`);
  for (const key of CUSTOM_KEYS.slice(0, 5))
    if (!(key in metadata.custom)) fail(`METADATA lacks custom.${key}`);
  if (!["error", "warning", "notice"].includes(metadata.custom.severity))
    fail("custom.severity is error, warning or notice");
  if (!["virtual", "any"].includes(metadata.custom.target)) fail("custom.target is virtual or any");
  if (metadata.related_resources.length === 0) fail("related_resources names no authority");
  return metadata;
}

function examplesOf(folder: string): Examples {
  return { bad: example(folder, "bad"), good: example(folder, "good") };
}

function example(folder: string, prefix: string): Example {
  const examples = join(folder, "examples");
  const names = existsSync(examples)
    ? readdirSync(examples)
        .filter((name) => name.startsWith(prefix) && !name.endsWith(".expect"))
        .toSorted()
    : [];
  if (names.length === 0) throw new Error(`${relative(root, folder)}: no ${prefix} example`);
  const first = join(examples, names.find((name) => name.startsWith(`${prefix}.`)) ?? names[0]!);
  const file = statSync(first).isDirectory() ? join(first, readdirSync(first).toSorted()[0]!) : first;
  return {
    file: relative(root, file).replaceAll("\\", "/"),
    text: withoutExpectations(readFileSync(file, "utf8")),
  };
}

/** The text as a user would have written it. */
function withoutExpectations(text: string): string {
  return text
    .replace(/^(#|\/\/) (nodes|as-of): .*\n/, "")
    .replace(/[ \t]*(#|\/\/) expect: .*$/gm, "")
    .trimEnd()
    .concat("\n");
}
