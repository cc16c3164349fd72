// What an item must mention before a rule can find something in it. Takes the sources of the rules, gives words by rule.
import type { Mentions } from "../src/model/rule.ts";
import { plain } from "./mentions/clauses.ts";
import { Scope } from "./mentions/scope.ts";
import { parseModules, pathName } from "./mentions/syntax.ts";

/** By package, `rules.workload.host-path-volume`: only where some word is certain. */
export function mentionsOf(texts: readonly string[]): ReadonlyMap<string, Mentions> {
  const packages = new Map(parseModules(texts).map((module) => [pathName(module.package.path), module]));
  const mentions = [...packages].flatMap(([path, module]): [string, Mentions][] => {
    if (!/^rules\.(workload|statement)\./.test(path)) return [];
    const scope = new Scope(packages, module);
    const ways = scope.definitions("violations").map(({ body }) => plain(scope.read(body).clauses));
    return ways.every(({ length }) => length > 0) ? [[path, ways]] : [];
  });
  return new Map(mentions);
}
