// What the generators of an ApplicationSet give, and what they leave open.
import { describe, expect, it } from "vitest";
import { filledIn, generatedElements, placeholderIn } from "../../src/inventory/application-sets.ts";

const set = (...generators: unknown[]) => JSON.parse(JSON.stringify({ spec: { generators } }));

describe("the elements of an ApplicationSet", () => {
  it("come from its list generators, also inside others", () => {
    const list = (...elements: unknown[]) => ({ list: { elements } });
    const given = set(
      { clusters: {} },
      list({ chart: "a" }),
      { matrix: { generators: [{ git: {} }, list({ chart: "b" }, { chart: "c" })] } },
      { merge: { generators: [list({ chart: "d" })] } },
    );
    expect(generatedElements(given).map(({ path, value }) => [path.join("."), value])).toEqual([
      ["spec.generators.1.list.elements.0", { chart: "a" }],
      ["spec.generators.2.matrix.generators.1.list.elements.0", { chart: "b" }],
      ["spec.generators.2.matrix.generators.1.list.elements.1", { chart: "c" }],
      ["spec.generators.3.merge.generators.0.list.elements.0", { chart: "d" }],
    ]);
  });

  it("are none where the object has another shape, or nests without end", () => {
    expect(generatedElements(set())).toEqual([]);
    expect(generatedElements(set(null, 1, { list: 2 }, { matrix: { generators: {} } }))).toEqual([]);
    let nested: unknown = { list: { elements: [{ chart: "a" }] } };
    for (let depth = 0; depth < 9; depth += 1) nested = { matrix: { generators: [nested] } };
    expect(generatedElements(set(nested))).toEqual([]);
  });
});

describe("a placeholder", () => {
  const element = { path: [], value: { chart: "cilium", at: { repository: "quay.io" }, tag: 1 } };

  it.each([
    ["{{chart}}", "cilium"],
    ["{{ .chart }}", "cilium"],
    ["{{- .chart -}}", "cilium"],
    ["oci://{{.at.repository}}/{{chart}}:{{tag}}", "oci://quay.io/cilium:1"],
    ["plain", "plain"],
    ["{{ .missing }}", undefined],
    ["{{ .chart | upper }}", undefined],
    ["{{ .constructor }}", undefined],
  ])("in %s gives %s", (template, filled) => {
    expect(filledIn(template, element)).toBe(filled);
  });

  it("is named where it stands alone", () => {
    expect(placeholderIn("x-{{ .at.chart }}")).toEqual(["at", "chart"]);
    expect(placeholderIn("{{a}}/{{b}}")).toBeUndefined();
  });
});
