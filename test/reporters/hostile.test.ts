import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Report } from "../../src/model/report.ts";
import { neutral, visible } from "../../src/reporters/escape.ts";
import { github } from "../../src/reporters/github.ts";
import { json } from "../../src/reporters/json.ts";
import { markdown } from "../../src/reporters/markdown.ts";
import { sarif } from "../../src/reporters/sarif.ts";
import { text } from "../../src/reporters/text.ts";
import { aFinding, aProblem, aReport, at } from "../builders.ts";
import { commandsIn } from "./runner.ts";

const hostile = [
  "::error::forged",
  "##[group]x",
  "a ##[add-mask]prod b",
  "line\n::set-output name=conclusion::clean",
  "line\r::stop-commands::x",
  "%0A::warning::x",
  "\u001b[31mred\u001b]0;title\u0007",
  "\u009b31m",
  "\u202egpj.exe\u2066",
  "\u200b::error::zero width first",
  "\u00ad:\u00ad:error::soft hyphens",
  "#\u034f#[error]grapheme joiner",
  "</details>",
  "<script>alert(1)</script>",
  "<!-- marker -->",
  "--> out",
  "a | b",
  "`code` ``` fence",
  "[click](javascript:alert(1))",
  "![x](http://evil.example/x.png)",
  "@octocat fixes #1 GH-2 http://evil.example www.evil.example :tada:",
  "$x$ and $y$",
  "\ud800 lone",
  "_a_ *b* ~c~ \\d",
];
const all = hostile.join(" ");

function everywhere(nasty: string): Report {
  const place = at(`k8s/${nasty}.yaml`, 2, 3, 9);
  return aReport({
    findings: [
      aFinding({
        message: nasty,
        remediation: nasty,
        place,
        excerpt: [`  ${nasty}`],
        subject: nasty,
        path: ["spec", nasty],
        facts: { [nasty]: nasty },
        related: [{ place, note: nasty }],
        standing: "open",
      }),
      aFinding({ message: nasty, place, standing: "unchanged" }),
      aFinding({ message: nasty, place, standing: "suppressed", standingReason: nasty }),
    ],
    problems: [
      aProblem({ message: nasty, place: { file: nasty } }),
      aProblem({ severity: "error", message: nasty, code: nasty }),
    ],
    notes: [nasty],
    base: { ref: nasty, commit: null, compared: false, reason: nasty },
    access: [
      {
        change: "new",
        after: {
          principal: nasty,
          permissions: nasty,
          location: nasty,
          conditions: nasty,
          effect: "allow",
          file: nasty,
          line: 1,
        },
      },
    ],
    tool: { name: "oke-policy", version: "0.1.0", asOf: nasty, nodes: "virtual", nodesReason: nasty },
    summary: {
      readiness: { workloads: 1, ready: 0, oneChange: 1, blockers: [{ rule: nasty, workloads: 1 }] },
    },
  });
}

const links = { server: "https://github.com", repository: "o/r", sha: "0".repeat(40) };
const formats: Readonly<Record<string, (report: Report) => string>> = {
  text: (report) => text(report, { color: false, log: true }),
  json,
  sarif: (report) => sarif(report, { links }),
  markdown: (report) => markdown(report, { links, log: true }),
};

/** What must not act on a reader of the log: controls other than line breaks, marks that reorder, marks that hide. */
const acting = /[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]|\u00ad|\u034f/u;

describe.each(Object.entries(formats))("%s with hostile text", (_, format) => {
  it.each(hostile)("gives the runner no command for %j", (nasty) => {
    expect(commandsIn(format(everywhere(nasty)))).toEqual([]);
  });

  it("prints no control character, and none that hides or reorders text", () => {
    expect(format(everywhere(all)).replaceAll("\n", "")).not.toMatch(acting);
  });

  it("gives the runner no command for arbitrary text", () => {
    const pieces = fc.array(
      fc.constantFrom(
        "::",
        ":",
        "##[",
        "#",
        "[",
        "]",
        "error",
        "group",
        " ",
        "\n",
        "\r",
        "\u200b",
        "\t",
        "%0A",
      ),
    );
    fc.assert(
      fc.property(pieces, (parts) => {
        expect(commandsIn(format(everywhere(parts.join(""))))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});

describe("the github format with hostile text", () => {
  it.each(hostile)("gives the runner only the annotations it means for %j", (nasty) => {
    const commands = commandsIn(github(everywhere(nasty)));
    expect(commands.map(({ name }) => name)).toEqual(["error", "error", "warning", "notice"]);
    expect(commands[1]?.properties["line"]).toBe("2");
  });

  it("keeps the name of a file that the runner would take apart", () => {
    const file = "k8s/a:b,c%0A=d.yaml";
    const commands = commandsIn(github(aReport({ findings: [aFinding({ place: at(file, 1) })] })));
    expect(commands[0]?.properties["file"]).toBe(file);
  });
});

describe("Markdown with hostile text", () => {
  const shown = markdown(everywhere(all), { links });

  it("contains no HTML but its own", () => {
    const tags = shown.replace(/`[^`\n]*`/g, "").match(/<\/?[a-z!][^>]*>/gi) ?? [];
    expect([...new Set(tags)].sort()).toEqual(
      [
        "</code>",
        "</details>",
        "</span>",
        "</sub>",
        "</summary>",
        "<br>",
        "<code>",
        "<details>",
        "<span>",
        "<sub>",
        "<summary>",
      ].sort(),
    );
    expect(shown.match(/<details>/g)?.length).toBe(shown.match(/<\/details>/g)?.length);
  });

  it("keeps the cells of its tables", () => {
    const rows = shown.split("\n").filter((line) => line.startsWith("| ❌"));
    expect(rows).toHaveLength(3);
    for (const row of rows) {
      const cells = row.match(/(?<!\\)\|/g)?.length ?? 0;
      expect([4, 5]).toContain(cells);
    }
  });

  it.each([65_000, 1_000_000])(
    "stays under %i bytes, however long the text and whatever its escapes",
    (maxBytes) => {
      const long = everywhere("$".repeat(100_000));
      const notes = Array.from({ length: 30 }, () => "$".repeat(5_000));
      const problems = Array.from({ length: 90 }, () =>
        aProblem({ severity: "error", message: "$".repeat(5_000) }),
      );
      for (const report of [long, { ...long, notes }, { ...long, notes, problems }]) {
        const text = markdown(report, { links, maxBytes });
        expect(Buffer.byteLength(text)).toBeLessThanOrEqual(maxBytes);
        expect(text).toMatch(/^## ⛔ oke-policy: Failed/);
        expect(text.match(/<details>/g)?.length).toBe(text.match(/<\/details>/g)?.length);
      }
    },
  );

  it("links nowhere but to the repository and the rule pages", () => {
    const targets = [...shown.matchAll(/(?<!\\)\]\(([^)]*)\)/g)].map(([, target]) => target ?? "");
    expect(targets.length).toBeGreaterThan(5);
    for (const target of targets)
      expect(target).toMatch(
        /^https:\/\/github\.com\/(o\/r|oke-policy\/oke-policy)\/blob\/[\w%./~-]+(\?plain=1)?(#L\d+(-L\d+)?)?$/,
      );
  });

  it("mentions nobody, refers to nothing and links no bare address", () => {
    expect(shown).not.toMatch(/@octocat/);
    const withoutTargets = shown.replace(/(?<!\\)\]\([^)]*\)/g, "]");
    expect(withoutTargets).not.toMatch(/#1\b|http:\/\/|www\.|:tada:/);
  });
});

describe("the escapes", () => {
  it("spell out what cannot be seen and leave the rest alone", () => {
    expect(visible("a\tb\n\u001b[1m\u202e é 日本 👍")).toBe("a\\tb\\n\\u{1b}[1m\\u{202e} é 日本 👍");
  });

  it("leave addresses and scopes inside a line of a log alone", () => {
    expect(neutral("fd00::/8 and a::b\n  ::error::x")).toBe("fd00::/8 and a::b\n  :\\:error::x");
  });

  it("give JSON that reads back as the same value", () => {
    const report = everywhere(all.toWellFormed());
    expect(JSON.parse(json(report)).findings[0].message).toBe(report.findings[0]?.message);
  });
});
