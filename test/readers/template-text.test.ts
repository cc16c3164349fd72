// Lines of template engines in scripts and cloud-configs.
import { describe, expect, it } from "vitest";
import { cloudConfigText, isTemplateFile, scriptText } from "../../src/readers/template-text.ts";
import { growth } from "../growth.ts";
import { inventoryOf } from "../texts.ts";

describe("the text of a template", () => {
  it.each([
    ["{% if a %}x{% endif %}", "          x           "],
    ["{#- a note #}x", "             x"],
    ["%{ for n in ns ~}x%{~ endfor }", "                 x            "],
    ["a\n  {{- range .Nodes }}\nb", `a\n${" ".repeat(21)}\nb`],
    ["curl -w '%{http_code}' ${#a[@]} {{ x }}", "curl -w '%{http_code}' ${#a[@]} {{ x }}"],
  ])("of a script keeps its length and what runs: %s", (text, expected) => {
    expect(scriptText(text)).toBe(expected);
  });

  it("of a cloud-config keeps values that are filled in", () => {
    const text =
      "## template: jinja\n#cloud-config\nhostname: {{ ds.name }}\n{% if a %}\nruncmd: ['{{ b }}']\n";
    expect(cloudConfigText(text)).toBe(
      "## template: jinja\n#cloud-config\nhostname: ${ ds.name  }\n          \nruncmd: ['{{ b }}']\n",
    );
  });

  it("of any other file stays as it is", () => {
    const text = "a: {{ b }}\n{% if c %}\n";
    expect(cloudConfigText(text)).toBe(text);
    expect(isTemplateFile("a.sh.j2")).toBe(true);
    expect(isTemplateFile("a.sh")).toBe(false);
  });

  it("is made in linear time", () => {
    for (const unit of ["{%", "{{ ", "%{ if ", "{# ", "  {{", "{%\n"]) {
      const text = (size: number) => `#cloud-config\n${unit.repeat(Math.floor(size / unit.length))}`;
      const read = (made: string) => [scriptText(made), cloudConfigText(made)];
      expect(growth(text, read, [30_000, 300_000])).toBeLessThan(60);
    }
  });
});

it("is read for its commands and endpoints", async () => {
  const { bootstraps, commands } = await inventoryOf({
    "user-data":
      "## template: jinja\n#cloud-config\nfqdn: {{ n }}\nruncmd:\n{% if a %}\n  - oke bootstrap --ca x --apiserver-host 10.0.0.3:6443\n{% else %}\n  - kubectl exec {{ pod }} -- ls\n{% endif %}\n",
    "a.sh.j2": "#!/bin/sh\n{% for p in ps %}\nkubectl logs -f {{ p }}\n{% endfor %}\n",
  });
  expect(bootstraps).toMatchObject([{ endpoint: "10.0.0.3:6443" }]);
  expect(commands.flatMap(({ program, parsed }) => (parsed ? [`${program} ${parsed.verb}`] : []))).toEqual([
    "kubectl logs",
    "kubectl exec",
  ]);
});
