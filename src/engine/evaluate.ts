// Evaluates the rules over the inventory. Takes the inventory and the rules to run, gives violations and, for rules that did not
// finish, failures. Fails closed: an evaluation that did not see every item is a failure, never a clean outcome.
import type { Violation } from "../model/finding.ts";
import type { Inventory } from "../model/inventory.ts";
import type { Entrypoint, Rule, RuleBook } from "../model/rule.ts";
import type { RuleCall } from "../model/rule-input.ts";
import type { Severity } from "../model/severity.ts";
import { CHUNK_CHARACTERS, type Chunk, type Head, workloadChunks } from "./chunks.ts";
import { openPolicy, type Policy } from "./policy.ts";
import { repositoryChunk } from "./repository-chunk.ts";
import { statementChunks } from "./statement-chunks.ts";

/** A rule to run, with the severity that the configuration sets, if it does. */
export type EnabledRule = { readonly rule: Rule; readonly configured?: Severity };

export type RuleFailure = { readonly rule: string | null; readonly message: string };
export type RuleViolation = Violation & { readonly severity: Severity };
export type Evaluation = {
  readonly violations: readonly RuleViolation[];
  readonly failures: readonly RuleFailure[];
  /** Questions of the rules that the repository leaves open. */
  readonly undecided: number;
};

export function evaluate(
  wasm: Uint8Array,
  inventory: Inventory,
  enabled: readonly EnabledRule[],
  book: Pick<RuleBook, "kinds" | "mentions">,
): Evaluation {
  const violations: RuleViolation[] = [];
  const failures: RuleFailure[] = [];
  let undecided = 0;
  let policy: Sized | undefined;
  for (const { entrypoint, chunk } of inputs(inventory, enabled, book)) {
    try {
      policy = roomFor(chunk, policy, wasm);
      undecided += collect(policy, entrypoint, chunk, violations);
    } catch (error) {
      policy = undefined;
      failures.push(...oneByOne(wasm, entrypoint, chunk, violations, error));
    }
  }
  return { violations, failures, undecided };
}

/** One after the other, so that only one text is held at a time; the one for the joins, the largest as a rule, comes first. */
function* inputs(
  inventory: Inventory,
  enabled: readonly EnabledRule[],
  book: Pick<RuleBook, "kinds" | "mentions">,
): Generator<{ readonly entrypoint: Entrypoint; readonly chunk: Chunk }> {
  const common = `"as_of":${JSON.stringify(inventory.as_of)},"facts":${JSON.stringify(inventory.facts)}`;
  const head: Head = (rules) => `${common},${ruleField(rules)}`;
  const chunks: Record<Entrypoint, (rules: readonly RuleCall[]) => Iterable<Chunk>> = {
    repository: (rules) => repositoryChunk(inventory, rules, head, new Set(book.kinds.index)),
    workload: (rules) => workloadChunks(inventory.workloads, rules, head, book),
    statement: (rules) => statementChunks(inventory, rules, head, book),
  };
  for (const entrypoint of ["repository", "workload", "statement"] as const) {
    const rules = enabled.filter(({ rule }) => rule.entrypoint === entrypoint).map(call);
    if (rules.length === 0) continue;
    for (const chunk of chunks[entrypoint](rules)) yield { entrypoint, chunk };
  }
}

function ruleField(rules: readonly RuleCall[]): string {
  return `"rules":${JSON.stringify(rules)}`;
}

type Sized = Policy & { readonly size: number };

/** Room for inputs that are a little larger than the last: opening the rules anew costs more than memory that nobody touches. */
const HEADROOM = 1.25;

/** Memory that grows is very slow, so a larger input opens the rules anew. */
function roomFor({ json }: Chunk, policy: Sized | undefined, wasm: Uint8Array): Sized {
  if (policy !== undefined && json.length <= policy.size) return policy;
  const size = Math.max(Math.ceil(json.length * HEADROOM), 2 * CHUNK_CHARACTERS);
  return { ...openPolicy(wasm, size), size };
}

function call({ rule, configured }: EnabledRule): RuleCall {
  return {
    id: rule.id,
    domain: rule.domain,
    severity: rule.severity,
    target: rule.target,
    ...(configured && { configured }),
  };
}

function collect(policy: Policy, entrypoint: Entrypoint, chunk: Chunk, into: RuleViolation[]): number {
  const { count, violations, undecided } = policy.evaluate(entrypoint, chunk.json);
  if (count !== chunk.count) throw new Error(`the rules saw ${count} of ${chunk.count} items`);
  for (const violation of violations) into.push(violation as RuleViolation);
  return undecided;
}

/** One rule spoiled a chunk: the others are still evaluated, and the failure carries its name. */
function oneByOne(
  wasm: Uint8Array,
  entrypoint: Entrypoint,
  chunk: Chunk,
  into: RuleViolation[],
  cause: unknown,
): RuleFailure[] {
  const failures: RuleFailure[] = [];
  const all = ruleField(chunk.rules);
  for (const rule of chunk.rules) {
    try {
      const json = chunk.json.replace(all, () => ruleField([rule]));
      collect(openPolicy(wasm, json.length), entrypoint, { ...chunk, json }, into);
    } catch (error) {
      failures.push({ rule: rule.id, message: messageOf(error) });
    }
  }
  return failures.length > 0 ? failures : [{ rule: null, message: messageOf(cause) }];
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
