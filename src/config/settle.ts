// Takes the request, the configuration and the rules; gives what the run goes by. The command line wins.
import { didYouMean } from "../model/nearest.ts";
import { type Config, ConfigError, type FailOn, type Nodes, type Request } from "../model/request.ts";
import { rulesOf } from "../model/requirement.ts";
import type { Rule } from "../model/rule.ts";
import type { Severity } from "../model/severity.ts";
import { spelledOut } from "./path-matcher.ts";
import { asOfPattern, failOnValues, isAsOf, nodesValues } from "./values.ts";

export type Settled = Omit<Config, "nodes" | "rules"> & {
  /** `stated` (from `--nodes`, never `auto`) beats `targets`, which beat marks on objects, which beat `otherwise`. */
  readonly nodes: { readonly stated?: Exclude<Nodes, "auto">; readonly otherwise: Nodes };
  /** Rules to evaluate, in the order of the book, with the severity that the configuration sets. */
  readonly enabled: readonly { readonly rule: Rule; readonly configured?: Severity }[];
  /** Rules that the configuration switches off, with the reason it gives. */
  readonly switchedOff: readonly { readonly rule: string; readonly reason?: string }[];
};

type Asked = Pick<Request, "rules"> & Partial<Pick<Request, "nodes" | "asOf" | "failOn">>;

/** Throws a `ConfigError` for an unknown rule or value on the command line. */
export function settle(request: Asked, config: Config, rules: readonly Rule[]): Settled {
  const { nodes: otherwise, rules: settings, ...rest } = config;
  const stated = oneOf("--nodes", request.nodes, nodesValues);
  const failOn: FailOn = oneOf("--fail-on", request.failOn, failOnValues) ?? config.failOn;
  if (request.asOf !== undefined && !isAsOf(request.asOf)) {
    throw new ConfigError(
      `--as-of ${request.asOf}: ${asOfPattern.test(request.asOf) ? "not a day of the calendar" : "expected latest, seed or a date as YYYY-MM-DD"}`,
    );
  }
  const only = onlyRules(request.rules, rules);
  const enabled = rules.flatMap((rule) => {
    const severity = Object.hasOwn(settings, rule.id) ? settings[rule.id]!.severity : undefined;
    const runs =
      only === undefined ? severity !== "off" && (rule.enabled || severity !== undefined) : only.has(rule.id);
    if (!runs) return [];
    return [{ rule, ...(severity !== undefined && severity !== "off" && { configured: severity }) }];
  });
  const switchedOff = Object.entries(settings).flatMap(([rule, { severity, reason }]) => {
    return severity === "off" ? [{ rule, ...(reason !== undefined && { reason }) }] : [];
  });
  return {
    ...rest,
    targets: config.targets.map((target) => ({ ...target, paths: target.paths.flatMap(spelledOut) })),
    asOf: request.asOf ?? config.asOf,
    failOn,
    nodes: { ...(stated !== undefined && stated !== "auto" && { stated }), otherwise },
    enabled,
    switchedOff,
  };
}

/** `--rule` names all that is evaluated, whatever the configuration says about it. A requirement stands for all its rules. */
function onlyRules(asked: readonly string[], rules: readonly Rule[]): ReadonlySet<string> | undefined {
  if (asked.length === 0) return undefined;
  const ids = new Set(rules.map((rule) => rule.id));
  const named = asked.map((word) => (ids.has(word) ? [word] : rulesOf(word, rules).map(({ id }) => id)));
  const unknown = new Set(asked.filter((_, index) => named[index]!.length === 0));
  if (unknown.size > 0) {
    const fault = (word: string) =>
      word.includes(",") ? "; each rule has a --rule of its own" : didYouMean(word, ids);
    throw new ConfigError(
      [...unknown].map((word) => `--rule ${word}: unknown rule${fault(word)}`).join("\n"),
    );
  }
  return new Set(named.flat());
}

function oneOf<Value extends string>(
  option: string,
  value: Value | undefined,
  values: readonly Value[],
): Value | undefined {
  if (value === undefined || values.includes(value)) return value;
  throw new ConfigError(
    `${option} ${value}: expected one of ${values.join(", ")}${didYouMean(value, values)}`,
  );
}
