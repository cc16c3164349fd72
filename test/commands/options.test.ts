import { describe, expect, it } from "vitest";
import { wantsColor } from "../../src/commands/color.ts";
import { readOptions } from "../../src/commands/options.ts";
import type { Terminal } from "../../src/commands/terminal.ts";

const spec = { nodes: { type: "string" }, rule: { type: "string", multiple: true } } as const;
const read = (...args: string[]) => readOptions(args, spec);

describe("readOptions", () => {
  it("takes a value behind = or as the next word, the last one where it stands twice", () => {
    expect(read("--nodes=a", "k8s").values["nodes"]).toBe("a");
    expect(read("--nodes", "a", "--nodes", "b").values["nodes"]).toBe("b");
    expect(read("--rule", "a", "--rule=b").values["rule"]).toEqual(["a", "b"]);
    expect(read("--nodes=-x").values["nodes"]).toBe("-x");
  });

  it("takes everything behind -- for names", () => {
    expect(read("k8s", "--", "--nodes", "-q").positionals).toEqual(["k8s", "--nodes", "-q"]);
    expect(read("-").positionals).toEqual(["-"]);
  });

  it.each([
    [["--nodes"], "--nodes needs a value"],
    [["--nodes="], "--nodes needs a value"],
    [["--nodes", ""], "--nodes needs a value"],
    [["--nodes", "--quiet"], "write --nodes=--quiet"],
    [["--nodez", "x"], 'unknown option --nodez; did you mean "--nodes"?'],
    [["--constructor"], "unknown option --constructor"],
    [["-x"], "unknown option -x"],
    [["--quiet=yes"], "--quiet takes no value"],
    [[""], "an empty word"],
  ])("refuses %j in one line", (args, message) => {
    expect(() => read(...args)).toThrow(message);
    expect(() => read(...args)).toThrow(/^[^\n]+$/);
  });
});

describe("wantsColor", () => {
  const wants = (env: Terminal["env"], outIsTerminal: boolean, ...args: string[]) =>
    wantsColor({ env, outIsTerminal } as Terminal, read(...args));

  it("goes by the terminal where nothing else is said", () => {
    expect([wants({}, true), wants({}, false), wants({ TERM: "dumb" }, true)]).toEqual([true, false, false]);
  });

  it("lets FORCE_COLOR force it on or off, and NO_COLOR and --no-color win", () => {
    expect([wants({ FORCE_COLOR: "1" }, false), wants({ FORCE_COLOR: "1", TERM: "dumb" }, false)]).toEqual([
      true,
      true,
    ]);
    expect([wants({ FORCE_COLOR: "0" }, true), wants({ FORCE_COLOR: "false" }, true)]).toEqual([
      false,
      false,
    ]);
    expect(wants({ FORCE_COLOR: "1", NO_COLOR: "1" }, true)).toBe(false);
    expect(wants({ FORCE_COLOR: "1" }, true, "--no-color")).toBe(false);
    expect(wants({ NO_COLOR: "" }, true)).toBe(true);
  });
});
