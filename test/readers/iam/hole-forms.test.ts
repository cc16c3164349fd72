// Whatever operand of a valid entry a placeholder stands for, and however it is written, the entry is not invalid.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseEntry, parseStatement } from "../../../src/readers/iam/read.ts";
import { corpusLines } from "./corpus.ts";

const forms = [
  "${var.x}",
  "${cond ? var.a : var.b}",
  '${(var.a != "") ? var.a : "x}y"}',
  `\${join(", ", [for g in var.groups : "'\${g}'"])}`,
  '${"${x}"}',
  '${lookup({ a = "b" }, "k")}',
  '${format("%s-%s", a, b)}',
  '${jsonencode({ "a" = { "b" = "c" } })}',
  '${replace(x, "/[^a-z]/", "")}',
  '${each.value["id"]}',
  "${x['a']}",
  "${x != '' ? 1 : 2}",
  "${~ x ~}",
  "${x\n}",
  "${<<EOT\nfoo\nEOT\n}",
  "${a}-${b}",
  "${a}${b}",
  "%{ if x }a%{ else }b%{ endif }",
  "%{~ if x ~}${a}%{ else }%{ if y }c%{ endif }%{ endif }",
  "%{ for g in gs }${g}, %{ endfor }",
  "%s",
  "%v",
  "%q",
  "%[1]s",
  "%1$s",
  "%(name)s",
  "{{ x }}",
  "{{- x -}}",
  "{{ .Values.x | quote }}",
  "{{ x['a'] }}",
  '{{ x | default("a b") }}',
  "{{ if .Values.x }}a{{ else }}b{{ end }}",
  "{{#if x}}a{{/if}}",
  "{% if x %}a{% else %}b{% endif %}",
  "{% for g in gs %}{{ g }}, {% endfor %}",
  "${{ inputs.x }}",
  "$X",
  "${X:-default}",
  "${X:?is not set}",
  '$(cmd "a")',
  "$(cmd $(other))",
  "$(oci iam x --query \"data[?name=='a'].id | [0]\" --raw-output)",
  "<name>",
  "<your group>",
  "[your group]",
  "__NAME__",
  "@NAME@",
  "...",
  "…",
];

type Operand = { readonly text: string; readonly start: number; readonly end: number };

/** Every part of the tree that has a place, the verb, and what stands within quotes. */
function operandsOf(text: string): Operand[] {
  const found: Operand[] = [];
  const add = (start: number, end: number) => {
    found.push({ text, start, end });
    if (/^['"]/.test(text[start]!) && text[end - 1] === text[start])
      found.push({ text, start: start + 1, end: end - 1 });
  };
  const walk = (value: unknown, top: boolean): void => {
    if (typeof value !== "object" || value === null) return;
    if (!top && "span" in value) add(...(value.span as [number, number]));
    if ("verb" in value && typeof value.verb === "string" && "span" in value) {
      const start = text.toLowerCase().indexOf(value.verb, (value.span as [number, number])[0]);
      add(start, start + value.verb.length);
    }
    for (const [key, inner] of Object.entries(value)) if (key !== "span") walk(inner, false);
  };
  walk(parseEntry(text).entry, true);
  return found;
}

const valid = [...corpusLines("statements.txt"), ...corpusLines("rules.txt")]
  .map(({ text }) => text)
  .filter((text) => parseEntry(text).verdict === "valid");
const operands = valid.flatMap(operandsOf);

describe("a placeholder in place of an operand", () => {
  it("never makes a valid entry invalid", () => {
    expect(operands.length).toBeGreaterThan(4000);
    fc.assert(
      fc.property(fc.constantFrom(...operands), fc.constantFrom(...forms), ({ text, start, end }, form) => {
        const entry = text.slice(0, start) + form + text.slice(end);
        const { problems, verdict } = parseEntry(entry);
        expect([entry, problems.filter(({ severity }) => severity === "error"), verdict]).toEqual([
          entry,
          [],
          expect.stringMatching(/^(?:valid|undetermined)$/),
        ]);
      }),
      { numRuns: 20_000 },
    );
  });
});

describe("a placeholder for a clause", () => {
  it.each([
    "allow group a to read keys in tenancy${local.where}",
    "allow group a to read keys in tenancy ${local.where}",
    "allow any-user${local.rest}",
    "allow any-user to read keys in tenancy where${local.condition}",
    "allow group a to read keys ${local.scope} where request.region = 'IAD'",
    "allow group a to read ${local.type} ${local.scope}",
    "allow group a ${local.action} in compartment b",
    "allow group a to read keys in ${var.kind}-x where request.region = 'IAD'",
    "allow ${local.subject}-admins to read keys in tenancy",
    "admit group a of tenancy b to ${local.verb} dns-views in tenancy b with dns-resolver in tenancy b",
    "{{ if .Values.on }}Allow group a to read keys in tenancy{{ end }}",
    "${var.variable} = 'a'",
    '${lookup({ a = "b" }, "k")} = \'a\'',
  ])("leaves %s undetermined", (text) => {
    expect(parseEntry(text)).toMatchObject({ verdict: "undetermined", problems: [] });
  });

  it.each([
    "allow group ${var.a} in tenancy",
    "allow group a, ${var.a} in tenancy",
    "allow group a to read keys ${x} tenancy compartment",
    "allow group a to read keys in tenancyx${x}",
    "allow group a to %{ if x }read%{ endif } keys inn tenancy",
    "allow group %{ if x }a to read keys in tenancy;",
    "allow group $(id to read keys in tenancy",
  ])("does not excuse %s", (text) => {
    expect(parseStatement(text).verdict).toBe("invalid");
  });
});
