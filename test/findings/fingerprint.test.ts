import { describe, expect, it } from "vitest";
import { type Fingerprinted, fingerprints } from "../../src/findings/fingerprint.ts";
import { logicalPath } from "../../src/findings/logical-path.ts";
import { growth } from "../growth.ts";
import { podSpec } from "./builders.ts";

function anItem(changes: Partial<Fingerprinted> = {}): Fingerprinted {
  return {
    rule: "privileged",
    file: "k8s/web.yaml",
    subject: "Pod default/web",
    path: ["spec", "containers", 0, "image"],
    value: podSpec("web", "log"),
    ...changes,
  };
}

const one = (changes: Partial<Fingerprinted> = {}) => fingerprints([anItem(changes)])[0];

describe("logicalPath", () => {
  it("names list elements by what they are", () => {
    const value = podSpec("web", "log");
    expect(logicalPath(["spec", "containers", 1, "ports", 0, "hostPort"], value)).toEqual([
      "spec",
      "containers",
      "name=log",
      "ports",
      "containerPort=80",
      "hostPort",
    ]);
    expect(logicalPath(["spec", "list", 1], value)).toEqual(["spec", "list", '="b"']);
  });

  it("names elements without identity by their content", () => {
    const [first, second] = [0, 1].map((index) => logicalPath(["spec", "bare", index], podSpec())[2]);
    expect(first).toMatch(/^~[0-9a-f]{16}$/);
    expect(second).not.toBe(first);
  });

  it.each([
    ["placement_configurations[*].value@oke.tf:1312", "placement_configurations[*].value@moved/oke.tf:7"],
    ["[for local.ads at locals.tf:585 module.a]", "[for local.ads at net/locals.tf:12 module.a]"],
    ["<subnet> at prod.tfvars.example:3:9", "<subnet> at prod.tfvars.example:33:9"],
  ])("names content without the place by which %j is told from others", (unknown, moved) => {
    const named = (ref: string) => logicalPath([0], [{ subnet: { ref, kind: "expression" } }])[0];
    expect(named(unknown)).toBe(named(moved));
    expect(named(unknown)).not.toBe(named(`other.${unknown}`));
  });

  it("keeps the index where the value is not at hand", () => {
    expect(logicalPath(["a", 3, "b"], undefined)).toEqual(["a", "#3", "b"]);
    expect(logicalPath(["spec", "containers", 7], podSpec("web"))).toEqual(["spec", "containers", "#7"]);
  });

  it("takes no inherited property for a value", () => {
    expect(logicalPath(["constructor", 0], {})).toEqual(["constructor", "#0"]);
  });
});

describe("fingerprints", () => {
  it("are 32 hexadecimal digits and the same in every run", () => {
    expect(one()).toBe("9b6395a6c2ce545b196ec38275ae24cd");
  });

  it("survive a container inserted before the one at fault", () => {
    expect(one({ path: ["spec", "containers", 2, "image"], value: podSpec("new", "other", "web") })).toBe(
      one(),
    );
  });

  it.each([
    [{ rule: "other" }],
    [{ file: "k8s/api.yaml" }],
    [{ subject: "Pod default/api" }],
    [{ path: ["spec", "containers", 1, "image"] }],
    [{ path: ["spec", "containers", 0, "ports"] }],
  ])("differ for %j", (changes) => {
    expect(one(changes)).not.toBe(one());
  });

  it("take a renamed file for what it was called in the base", () => {
    const renames = new Map([["moved/web.yaml", "k8s/web.yaml"]]);
    expect(fingerprints([anItem({ file: "moved/web.yaml" })], renames)[0]).toBe(one());
  });

  it.each([
    ["moved/init.sh", "init.sh"],
    ["Kickstart file moved/init.sh", "Kickstart file init.sh"],
    ["Pod unmoved/init.sh", "Pod unmoved/init.sh"],
  ])("take %s by the name that its file had", (subject, before) => {
    const renames = new Map([["moved/init.sh", "init.sh"]]);
    const [moved] = fingerprints([anItem({ file: "moved/init.sh", subject })], renames);
    expect(moved).toBe(one({ file: "init.sh", subject: before }));
  });

  it("do not depend on which instance of a resource comes first", () => {
    const subject = 'oci_core_subnet.pods["a"]';
    expect(one({ subject })).toBe(one({ subject: "oci_core_subnet.pods[0]" }));
    expect(one({ subject })).toBe(one({ subject: "oci_core_subnet.pods" }));
  });

  it("count equal ones, so that a second one is new and the first is not", () => {
    const [first, second] = fingerprints([anItem(), anItem()]);
    expect(first).toBe(one());
    expect(second).not.toBe(first);
  });

  it("are made in linear time, also for thousands of findings in one large list", () => {
    const items = (length: number) => {
      const elements = Array.from({ length }, (_, index) => ({ x: index, filler: "x".repeat(50) }));
      const whole = [{ elements }];
      return elements.map((_, index) => anItem({ path: [0, "elements", index, "x"], value: whole }));
    };
    expect(new Set(fingerprints(items(20_000))).size).toBe(20_000);
    expect(growth(items, fingerprints, [2000, 20_000])).toBeLessThan(60);
  });
});
