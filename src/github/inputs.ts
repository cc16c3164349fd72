// The Action's inputs. Takes a way to ask for one, gives the request for the pipeline and what to deliver; wrong ones are a
// `ConfigError`. An input that is empty was not given: the configuration file decides then.
import { existsSync } from "node:fs";
import { isAbsolute, resolve } from "node:path";
import { didYouMean } from "../model/nearest.ts";
import { ConfigError, type FailOn, type Nodes, type Request } from "../model/request.ts";

/** Every input, in the order of `action.yml`. */
export const inputNames = [
  "paths",
  "working-directory",
  "config",
  "nodes",
  "as-of",
  "fail-on",
  "base",
  "baseline",
  "annotations",
  "summary",
  "comment",
  "json-file",
  "sarif-file",
  "token",
] as const;
export type InputName = (typeof inputNames)[number];

/** What happens with the report. Files are absolute. */
export type Delivery = {
  readonly annotations: boolean;
  readonly summary: boolean;
  readonly comment: boolean;
  readonly jsonFile: string | null;
  readonly sarifFile: string | null;
  readonly token: string;
  /** Tells the comments of several uses in one pull request apart. */
  readonly commentKey: string;
};

export type Inputs = {
  /** Without a base when it is to come from the event. */
  readonly request: Request;
  readonly base: { readonly kind: "event" | "none" } | { readonly kind: "given"; readonly ref: string };
  readonly delivery: Delivery;
};

const nodes: readonly Nodes[] = ["auto", "virtual", "managed", "self-managed", "mixed"];
const failOn: readonly FailOn[] = ["error", "warning", "notice", "never"];

/** `workspace` is the folder that the runner starts the Action in. */
export function readInputs(ask: (name: InputName) => string, workspace: string): Inputs {
  const given = (name: InputName) => ask(name).trim();
  const cwd = resolve(workspace, given("working-directory"));
  if (!existsSync(cwd))
    throw new ConfigError(`input "working-directory": there is no folder ${given("working-directory")}`);
  const lines = given("paths")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const paths = lines.length === 0 ? ["."] : lines;
  if (paths.includes("-"))
    throw new ConfigError('input "paths": an Action has no standard input to read "-" from');
  const file = (name: InputName) => {
    const path = given(name);
    return path === "" ? null : isAbsolute(path) ? path : resolve(cwd, path);
  };
  const base = given("base");
  return {
    request: {
      paths,
      cwd,
      rules: [],
      ...optional("config", given("config")),
      ...optional("nodes", word("nodes", given("nodes"), nodes)),
      ...optional("asOf", given("as-of")),
      ...optional("failOn", word("fail-on", given("fail-on"), failOn)),
      ...optional("baseline", given("baseline")),
    },
    base: base === "" ? { kind: "event" } : base === "none" ? { kind: "none" } : { kind: "given", ref: base },
    delivery: {
      annotations: truth("annotations", given("annotations"), true),
      summary: truth("summary", given("summary"), true),
      comment: truth("comment", given("comment"), false),
      jsonFile: file("json-file"),
      sarifFile: file("sarif-file"),
      token: given("token"),
      commentKey: ["working-directory", "config", "nodes", "as-of", "baseline"]
        .map((name) => given(name as InputName))
        .concat(paths)
        .join("\n"),
    },
  };
}

function optional<Key extends string, Value>(
  key: Key,
  value: Value,
): Partial<Record<Key, Exclude<Value, "">>> {
  return (value === "" ? {} : { [key]: value }) as Partial<Record<Key, Exclude<Value, "">>>;
}

function word<Word extends string>(name: InputName, value: string, allowed: readonly Word[]): Word | "" {
  if (value === "" || (allowed as readonly string[]).includes(value)) return value as Word | "";
  throw new ConfigError(
    `input "${name}": "${value}" is none of ${allowed.join(", ")}${didYouMean(value, allowed)}`,
  );
}

/** The words of YAML's core schema, which is what people write in a workflow. */
function truth(name: InputName, value: string, absent: boolean): boolean {
  if (value === "") return absent;
  if (/^(true|True|TRUE)$/.test(value)) return true;
  if (/^(false|False|FALSE)$/.test(value)) return false;
  throw new ConfigError(`input "${name}": "${value}" is neither true nor false`);
}
