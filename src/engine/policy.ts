// Opens the compiled rules and evaluates JSON with them. The only file that knows the SDK: it turns thrown strings into errors,
// sizes the memory once and refuses a module that needs functions of the host.
import * as sdk from "@open-policy-agent/opa-wasm";
import type { Entrypoint } from "../model/rule.ts";

/** Each byte of JSON becomes about 13 in the module's heap; evaluation needs room of its own beside it. */
const HEAP_BYTES_PER_JSON_BYTE = 24;
const PAGE_BYTES = 65_536;
const MIN_PAGES = 512;
/** 4 GiB less a page: one more, and the module's allocator fails. */
const MAX_PAGES = 65_535;

/** `undecided`: questions of the rules that the input leaves open. */
export type Evaluated = {
  readonly count: number;
  readonly violations: readonly unknown[];
  readonly undecided: number;
};

export type Policy = {
  /** `input` is JSON. Throws an `Error` when the module aborts or gives back anything but one outcome. */
  readonly evaluate: (entrypoint: Entrypoint, input: string) => Evaluated;
};

type Exports = { builtins: () => number; opa_json_dump: (address: number) => number };
type Loaded = {
  readonly evaluate: (input: ArrayBuffer, entrypoint: string) => unknown;
  readonly wasmInstance: { readonly exports: Exports };
  readonly mem: { readonly buffer: ArrayBuffer };
};

/** `largestInput` is the length in bytes of the largest JSON it will be given: memory that grows later is very slow. */
export function openPolicy(wasm: Uint8Array, largestInput: number): Policy {
  const loaded = load(wasm, Math.ceil((largestInput * HEAP_BYTES_PER_JSON_BYTE) / PAGE_BYTES) + MIN_PAGES);
  const needed = hostFunctions(loaded);
  if (needed.length > 0) throw new Error(`the rules call functions of the host: ${needed.join(", ")}`);
  return {
    evaluate: (entrypoint, input) => {
      const encoded = new TextEncoder().encode(input);
      const bytes = encoded.byteLength === encoded.buffer.byteLength ? encoded : encoded.slice();
      try {
        return outcome(loaded.evaluate(bytes.buffer, `main/${entrypoint}`));
      } catch (thrown) {
        throw asError(thrown);
      }
    },
  };
}

type Sdk = { readonly loadPolicySync: (wasm: Uint8Array, memory: { readonly initial: number }) => Loaded };

/** The SDK's types leave out its default export. Its asynchronous twin would load Node's whole HTTP client to look for a `Response`. */
const { loadPolicySync } = (sdk as unknown as { readonly default: Sdk }).default;

function load(wasm: Uint8Array, pages: number): Loaded {
  try {
    return loadPolicySync(wasm, { initial: Math.min(MAX_PAGES, pages) });
  } catch (thrown) {
    throw asError(thrown);
  }
}

/** Names of the host functions that the module imports by number. */
function hostFunctions({ wasmInstance, mem }: Loaded): readonly string[] {
  const start = wasmInstance.exports.opa_json_dump(wasmInstance.exports.builtins());
  const memory = new Uint8Array(mem.buffer);
  return Object.keys(JSON.parse(new TextDecoder().decode(memory.subarray(start, memory.indexOf(0, start)))));
}

function outcome(resultSet: unknown): Evaluated {
  const first =
    Array.isArray(resultSet) && resultSet.length === 1
      ? (resultSet[0] as { result?: unknown }).result
      : undefined;
  const { count, violations, undecided = 0 } = (first ?? {}) as Partial<Evaluated>;
  if (typeof count !== "number" || !Array.isArray(violations)) throw new Error("the rules gave no outcome");
  return { count, violations, undecided };
}

function asError(thrown: unknown): Error {
  if (thrown instanceof Error) return thrown;
  return new Error(
    typeof thrown === "string"
      ? thrown
      : ((thrown as { message?: string } | null)?.message ?? String(thrown)),
  );
}
