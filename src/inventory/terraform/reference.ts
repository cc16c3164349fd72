// Resolves references: `var.x`, `local.x.y[0]`, `module.m.out`, `oci_core_subnet.pods.id`, `each.value`, names of `for`.
// Takes a chain of members and indexes, gives the value it leads to.
import type { HclExpression } from "../../model/hcl.ts";
import { index, member } from "./access.ts";
import type { Names, Scope } from "./scope.ts";
import type { Site } from "./site.ts";
import { ABSENT, known, text, type Unknown, unknown, type Value } from "./value.ts";

type Evaluate = (expression: HclExpression, scope: Scope) => Value;
type Step = HclExpression & { readonly kind: "member" | "index" };

export function reference(expression: HclExpression, scope: Scope, evaluate: Evaluate): Value {
  const steps: Step[] = [];
  let base = expression;
  while (base.kind === "member" || base.kind === "index") {
    steps.push(base);
    base = base.object;
  }
  steps.reverse();
  const site = siteAt(base, scope);
  let value: Value;
  let used = 0;
  if (base.kind === "name") {
    const start = startValue(base.name, steps, scope, site);
    value = start.value;
    used = start.used;
  } else value = evaluate(base, scope);
  for (; used < steps.length; used++) {
    const step = steps[used]!;
    const at = siteAt(step, scope);
    value =
      step.kind === "member" ? member(value, step.name, at) : index(value, evaluate(step.key, scope), at);
  }
  return isOutput(base) && refersToResource(value) ? { ...value, site: siteAt(expression, scope) } : value;
}

/** An output only hands a resource on: who is wrong is the one that uses it. */
function isOutput(base: HclExpression): boolean {
  return base.kind === "name" && /^(?:module|component|stack)$/.test(base.name);
}

function refersToResource(value: Value): value is Unknown {
  return value.kind === "unknown" && value.reference !== undefined;
}

function siteAt(expression: HclExpression, scope: Scope): Site {
  return { source: scope.source, start: expression.start, end: expression.end };
}

/** The value that the chain starts from, and how many steps belong to its name. */
function startValue(
  base: string,
  steps: readonly Step[],
  scope: Scope,
  site: Site,
): { value: Value; used: number } {
  for (let names: Names | null = scope.names; names !== null; names = names.next) {
    if (names.name === base) return { value: names.value, used: 0 };
  }
  const nameAt = (at: number): string | null => {
    const step = steps[at];
    return step?.kind === "member" ? step.name : null;
  };
  const { module } = scope;
  const prefixed = (what: string) => (module.address === "" ? what : `${module.address}.${what}`);
  /** What is not declared here may be declared in a file that is not there: unknown, and nothing that `try` passes over. */
  const missing = (what: string) => unknown(`there is no ${what}`, prefixed(what), site);
  /** Its address is as good as any other's. */
  const undeclared = (what: string): Value => ({
    ...missing(what),
    reference: { address: prefixed(what), path: [] },
  });
  const first = nameAt(0);
  const second = nameAt(1);
  switch (base) {
    case "var":
      if (first !== null) return { value: module.variable(first) ?? missing(`var.${first}`), used: 1 };
      break;
    case "local":
      if (first !== null) return { value: module.local(first) ?? missing(`local.${first}`), used: 1 };
      break;
    case "module":
    case "component":
    case "stack":
      if (first !== null) return { value: module.call(first) ?? missing(`module.${first}`), used: 1 };
      break;
    case "each":
      if (scope.each !== null && (first === "key" || first === "value"))
        return { value: scope.each[first], used: 1 };
      break;
    case "count":
      if (scope.count !== null && first === "index") return { value: scope.count, used: 1 };
      break;
    case "path":
      return { value: path(first, scope, site), used: 1 };
    case "terraform":
      return { value: unknown("the workspace is not known", `terraform.${first}`, site), used: 1 };
    case "data":
      if (first !== null && second !== null) {
        return {
          value: module.resource("data", first, second) ?? undeclared(`data.${first}.${second}`),
          used: 2,
        };
      }
      break;
    default:
      if (first !== null) {
        return {
          value:
            module.resource("managed", base, first) ??
            (base.includes("_") ? undeclared : missing)(`${base}.${first}`),
          used: 1,
        };
      }
  }
  return { value: steps.length === 0 && base === "null" ? ABSENT : missing(base), used: steps.length };
}

function path(name: string | null, scope: Scope, site: Site): Value {
  const { module } = scope;
  if (name === "module") return text(module.folder === "" ? "." : module.folder, site);
  if (name === "root") return text(module.run.rootFolder === "" ? "." : module.run.rootFolder, site);
  return name === "cwd" ? unknown("the working folder is not known", "path.cwd", site) : known("", site);
}
