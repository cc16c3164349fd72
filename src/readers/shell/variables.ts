// The variables of a script while it is read from top to bottom. Takes assignments and the borders of branches, gives values.
// A value survives only on a straight line: what a branch, a loop or a function changed is unknown behind it.
import { UNKNOWN } from "./mapped-text.ts";
import { ELEMENT } from "./values.ts";

type Frame = {
  /** Values before the frame, of the names changed in it. */
  readonly before: Map<string, string | undefined>;
  readonly kind: "branch" | "subshell" | "function";
};

/** What a name that a script defines runs with the arguments given to it: an alias, or a function that passes them on. */
export type Shorthand = {
  readonly words: readonly string[];
  /** How many of the arguments it keeps to itself. */
  readonly kept: number;
};

export type ScriptVariables = {
  readonly shorthands: Map<string, Shorthand>;
  readonly get: (name: string) => string | undefined;
  readonly set: (name: string, value: string) => void;
  readonly enter: (kind: Frame["kind"]) => void;
  readonly leave: () => void;
  /** How often each name is assigned in the script: counted before reading it. */
  readonly count: (name: string) => void;
  readonly all: () => ReadonlyMap<string, string>;
};

/** `cmd+=(-n x)` on a condition: what was there before still begins the list. */
function beginning(before: string | undefined, after: string | undefined): string {
  return before !== undefined && before !== "" && after?.startsWith(before + ELEMENT)
    ? before + ELEMENT + UNKNOWN
    : UNKNOWN;
}

export function scriptVariables(preset: Readonly<Record<string, string | null>>): ScriptVariables {
  const values = new Map<string, string>();
  for (const [name, value] of Object.entries(preset)) values.set(name, value ?? UNKNOWN);
  const counts = new Map<string, number>();
  const frames: Frame[] = [];
  const functions: Frame[] = [];

  return {
    shorthands: new Map(),
    get(name) {
      // A function sees the value of the moment it is called, which is certain only for a name assigned once.
      const inside = functions.at(-1);
      if (inside !== undefined && (counts.get(name) ?? 0) > 1 && !inside.before.has(name)) return UNKNOWN;
      return values.get(name);
    },
    set(name, value) {
      for (let at = frames.length - 1; at >= 0; at--) {
        const { before } = frames[at]!;
        if (before.has(name)) break;
        before.set(name, values.get(name));
      }
      values.set(name, value);
    },
    enter(kind) {
      const frame: Frame = { before: new Map(), kind };
      frames.push(frame);
      if (kind === "function") functions.push(frame);
    },
    leave() {
      const frame = frames.pop();
      if (frame === undefined) return;
      if (frame.kind === "function") functions.pop();
      for (const [name, before] of frame.before) {
        const after = values.get(name);
        if (frame.kind === "subshell") {
          if (before === undefined) values.delete(name);
          else values.set(name, before);
        } else if (frame.kind === "function" && counts.get(name) === 1) continue;
        else if (after !== before) values.set(name, beginning(before, after));
      }
    },
    count: (name) => counts.set(name, (counts.get(name) ?? 0) + 1),
    all: () => values,
  };
}
