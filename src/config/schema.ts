// The configuration file: one schema for its validation, its types and the JSON Schema that editors use. Reads nothing.
import * as v from "valibot";
import { asOfPattern, failOnValues, nodesValues, severityValues } from "./values.ts";

const cidrPattern =
  /^(?:\d{1,3}(?:\.\d{1,3}){3}\/(?:\d|[12]\d|3[0-2])|[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*\/(?:\d|[1-9]\d|1[01]\d|12[0-8]))$/;

const described = <const Schema extends v.GenericSchema>(schema: Schema, text: string) =>
  v.pipe(schema, v.description(text));
const text = v.pipe(v.string(), v.nonEmpty("some text"));
/** In other tools a leading `!` takes files out again; `!(a|b)` is a part of a pattern. */
const patterns = v.array(v.pipe(text, v.regex(/^(?!!(?!\())/, 'a pattern without "!" in front')));
const nodes = v.picklist(nodesValues);
const ruleSeverity = v.picklist([...severityValues, "off"]);

const ruleSetting = v.strictObject({
  severity: v.optional(
    described(
      ruleSeverity,
      "Severity of its findings, or off. A severity switches on a rule that is off by default.",
    ),
  ),
  reason: v.optional(described(text, "Why: asked for where a rule is switched off.")),
});

export const configSchema = v.strictObject({
  nodes: v.optional(
    described(
      nodes,
      "Where workloads run that nothing else says more about; auto infers it from the node pools in the repository.",
    ),
  ),
  asOf: v.optional(
    described(
      v.pipe(v.string(), v.regex(asOfPattern, "latest, seed or a date as YYYY-MM-DD")),
      "The date whose facts hold: latest, seed or YYYY-MM-DD.",
    ),
  ),
  failOn: v.optional(described(v.picklist(failOnValues), "Lowest severity that makes the exit code 1.")),
  unreadable: v.optional(
    described(
      v.picklist(["error", "warning"]),
      "How bad it is when a file cannot be read that should have been: error makes the exit code 2.",
    ),
  ),
  targets: v.optional(
    described(
      v.array(v.strictObject({ paths: patterns, nodes })),
      "Where the workloads of some files run. The first match wins.",
    ),
  ),
  include: v.optional(described(patterns, "Patterns of the files that are read, relative to the root.")),
  exclude: v.optional(
    described(patterns, "Patterns of files that are not read, unless named on the command line."),
  ),
  rules: v.optional(
    described(
      v.record(v.string(), v.union([ruleSeverity, ruleSetting])),
      "Settings by rule id: a severity, off, or both with a reason.",
    ),
  ),
  terraform: v.optional(
    v.strictObject({
      varFiles: v.optional(
        described(
          v.array(v.union([text, v.array(text)])),
          "Variable files, relative to this file. Each is evaluated on its own; files in a list of their own are layered.",
        ),
      ),
    }),
  ),
  externalCidrs: v.optional(
    described(
      v.array(v.pipe(v.string(), v.regex(cidrPattern, "an address range such as 10.0.0.0/16"))),
      "Address ranges outside of the repository (on premises, other clouds) that its networks must not overlap.",
    ),
  ),
  markdownStatements: v.optional(
    described(v.boolean(), "Whether policy statements in Markdown files are read too."),
  ),
  trustPullRequest: v.optional(
    described(
      v.boolean(),
      "Whether configuration, baseline and suppressions that a pull request brings along hold for the pull request itself.",
    ),
  ),
});

/** The file as written: every key optional. */
export type ConfigFile = v.InferOutput<typeof configSchema>;
