// Takes the text of a configuration file; gives the configuration, or a `ConfigError` with every fault in it. Opens nothing.
import * as v from "valibot";
import type { DataDocument } from "../model/document.ts";
import { didYouMean } from "../model/nearest.ts";
import type { Place } from "../model/place.ts";
import type { Problem } from "../model/problem.ts";
import { type Config, ConfigError, type RuleSetting } from "../model/request.ts";
import { readYamlText } from "../readers/yaml/read.ts";
import { defaultConfig } from "./default.ts";
import { type Fault, faultsOf } from "./faults.ts";
import { type ConfigFile, configSchema } from "./schema.ts";
import { asOfPattern, isAsOf } from "./values.ts";

export type ConfigText = {
  readonly text: string;
  /** Relative to the root. */
  readonly file: string;
  /** Every rule id that exists. */
  readonly ruleIds: Iterable<string>;
  /** Ids of rules by the requirement that they judge: named where somebody takes a requirement for a rule. */
  readonly requirements?: ReadonlyMap<string, readonly string[]>;
};

/** `problems` are notices about a valid configuration. */
export type LoadedConfig = { readonly config: Config; readonly problems: readonly Problem[] };

export function loadConfig({ text, file, ruleIds, requirements = new Map() }: ConfigText): LoadedConfig {
  const document = readDocument(text, file);
  if (document === undefined) return { config: { ...defaultConfig, file }, problems: [] };
  const ids = [...ruleIds];
  const checked = v.safeParse(configSchema, document.value);
  const faults = faultsOf(configSchema, document.value, checked.issues ?? []);
  const written = checked.output as ConfigFile;
  const wrong = [
    ...faults,
    ...unknownRules(document.value, ids, requirements),
    ...impossibleDate(document.value),
  ];
  if (wrong.length > 0) {
    throw new ConfigError(
      wrong.map(({ path, message }) => sentence({ file, range: document.locate(path) }, message)).join("\n"),
    );
  }
  return { config: complete(written, file), problems: withoutReason(written, document) };
}

function readDocument(text: string, file: string): DataDocument | undefined {
  const { documents, problems } = readYamlText({
    file,
    text: text.replace(/^\uFEFF/, ""),
    language: "yaml",
    schema: "core",
  });
  if (problems.length > 0)
    throw new ConfigError(
      problems.map((problem) => sentence(problem.place, strictWords(problem))).join("\n"),
    );
  const [first, second] = documents;
  if (second !== undefined) {
    throw new ConfigError(
      sentence(
        { file, range: second.locate([]) },
        "the configuration is one YAML document, and here a second one begins",
      ),
    );
  }
  return first?.value === null ? undefined : first;
}

/** What is let pass elsewhere is an error here, and nobody renders a configuration. */
function strictWords({ code, message }: Problem): string {
  if (code === "yaml/template") return "this is a template, and the configuration is plain YAML";
  return message.replace(/[;,] (?:the last one holds|it was read as null)\.$/, ".");
}

function unknownRules(
  value: unknown,
  ids: readonly string[],
  requirements: NonNullable<ConfigText["requirements"]>,
): readonly Fault[] {
  const known = new Set(ids);
  return Object.keys(objectAt(value, "rules"))
    .filter((id) => !known.has(id))
    .map((id) => ({
      path: ["rules", id],
      message: unknownRule(id, ids, requirements.get(id.toUpperCase())),
    }));
}

/** A rule may judge several requirements: to set it by one of them would set it for the others unseen. */
function unknownRule(id: string, ids: readonly string[], rules: readonly string[] | undefined): string {
  if (rules === undefined) return `unknown rule "${id}"${didYouMean(id, ids)}`;
  const are = rules.length === 1 ? "its rule is" : "its rules are";
  return `"${id}" is a requirement, and settings go by rule; ${are} ${rules.join(", ")}`;
}

/** The pattern lets the 31st of February pass. */
function impossibleDate(value: unknown): readonly Fault[] {
  const asOf = (value as { readonly asOf?: unknown } | null)?.asOf;
  if (typeof asOf !== "string" || !asOfPattern.test(asOf) || isAsOf(asOf)) return [];
  return [{ path: ["asOf"], message: `"${asOf}" is not a day of the calendar` }];
}

function complete(written: ConfigFile, file: string): Config {
  const { terraform, rules = {}, ...rest } = written;
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  return {
    ...defaultConfig,
    ...(given as Partial<Config>),
    file,
    rules: Object.fromEntries(Object.entries(rules).map(([id, setting]) => [id, settingOf(setting)])),
    varFiles: terraform?.varFiles ?? [],
  };
}

function settingOf(setting: NonNullable<ConfigFile["rules"]>[string]): RuleSetting {
  if (typeof setting === "string") return { severity: setting };
  const { severity, reason } = setting;
  return { ...(severity !== undefined && { severity }), ...(reason !== undefined && { reason }) };
}

function withoutReason({ rules = {} }: ConfigFile, { file, locate }: DataDocument): readonly Problem[] {
  return Object.entries(rules)
    .filter(([, setting]) => settingOf(setting).severity === "off" && settingOf(setting).reason === undefined)
    .map(([id]) => ({
      code: "config/no-reason",
      severity: "notice",
      message: `The rule "${id}" is switched off without a reason.`,
      place: { file, range: locate(["rules", id]) },
    }));
}

function objectAt(value: unknown, key: string): object {
  const inner =
    typeof value === "object" && value !== null
      ? (value as Readonly<Record<string, unknown>>)[key]
      : undefined;
  return typeof inner === "object" && inner !== null && !Array.isArray(inner) ? inner : {};
}

function sentence({ file, range }: Place, message: string): string {
  return `${file}:${range === undefined ? "" : `${range.start.line}:${range.start.column}:`} ${message}`;
}
