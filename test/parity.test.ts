// Rules, requirements, examples, tests, docs and build products say the same.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { requirements } from "../scripts/requirements.ts";
import { digest, exampleBook, ruleBook, ruleFolders, unfinishedRules } from "../scripts/rule-book.ts";
import { projectRoot, shippedTools } from "./tools.ts";

const shipped = (await shippedTools()).bundle.book;
const list = requirements();
const read = (...path: string[]) => readFileSync(join(projectRoot, ...path), "utf8");

describe("every rule", () => {
  it("is whole", () => {
    expect(unfinishedRules()).toEqual([]);
  });

  it("has a test that names its package", () => {
    const without = ruleFolders().filter((folder) => {
      const id = basename(folder);
      const file = join(folder, `${id}_test.rego`);
      return !existsSync(file) || !/^test_/m.test(readFileSync(file, "utf8"));
    });
    expect(without).toEqual([]);
  });

  it("has a slug of its own", () => {
    const ids = ruleFolders().map((folder) => basename(folder));
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    expect(ids.filter((id) => !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id))).toEqual([]);
  });

  it("has a page", () => {
    const pages = readdirSync(join(projectRoot, "docs/rules")).map((page) => page.replace(/\.md$/, ""));
    expect(pages.toSorted()).toEqual(shipped.rules.map(({ id }) => id));
  });

  it("has a message whose placeholders its facts fill", () => {
    // The fact names stand in the Rego text as keys; a placeholder that none of them spells can never be filled.
    const unfilled = shipped.rules.flatMap(({ id, domain, message }) => {
      const rego = read("policies/rules", domain, id, `${id}.rego`);
      const names = [...message.matchAll(/\{(\w+)(?::plain)?\}/g)]
        .map((match) => match[1]!)
        .filter((name) => name !== "subject");
      return names.filter((name) => !rego.includes(`"${name}"`)).map((name) => `${id}: ${name}`);
    });
    expect(unfilled).toEqual([]);
  });
});

describe("the list of requirements", () => {
  it("holds each id once, in order", () => {
    const ids = list.map(({ id }) => id);
    const groups = ids.map((id) => id.slice(0, 3));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBe(275);
    const sorted = ids.toSorted(
      (a, b) => groups.indexOf(a.slice(0, 3)) - groups.indexOf(b.slice(0, 3)) || (a < b ? -1 : 1),
    );
    expect(ids).toEqual(sorted);
  });

  it("names for each id the rules that report it", () => {
    const reported = list.map(({ id }) => [
      id,
      shipped.rules.filter((rule) => rule.requirements.includes(id)).map((rule) => rule.id),
    ]);
    expect(list.map(({ id, rules = [] }) => [id, [...rules].toSorted()])).toEqual(reported);
  });

  it("knows every id that a rule names", () => {
    const ids = new Set(list.map(({ id }) => id));
    expect(
      shipped.rules.flatMap((rule) =>
        rule.requirements.filter((id) => !ids.has(id)).map((id) => `${rule.id}: ${id}`),
      ),
    ).toEqual([]);
  });

  it("states for each id a rule, that it is planned, or why there is none", () => {
    const wrong = list.filter(({ status, rules = [], reason, title, forms = [] }) => {
      if (status === "rule") return rules.length === 0 || !title || forms.length === 0;
      if (status === "none") return rules.length > 0 || !reason || !title;
      return status !== "planned" || rules.length > 0;
    });
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it("is shown in full in the coverage page", () => {
    const coverage = read("docs/coverage.md");
    expect(list.filter(({ id }) => !coverage.includes(`| ${id} |`))).toEqual([]);
  });
});

describe("the build products", () => {
  it("were built from these rules", () => {
    expect(shipped.digest).toBe(digest());
    const { mentions, ...rest } = shipped;
    expect(rest).toEqual(ruleBook(JSON.parse(read("package.json")).version));
    expect(Object.keys(mentions).length).toBeGreaterThan(0);
    expect(JSON.parse(read("dist/examples.json"))).toEqual(exampleBook());
  });

  it("carry the licences of what they bundle", () => {
    const notices = read("dist/NOTICES.txt");
    expect(notices).toContain("js-yaml");
    expect(notices).toContain("@open-policy-agent/opa-wasm");
    expect(notices).not.toContain("No licence text in the package.");
  });
});

describe("the entrypoints", () => {
  it("name every domain that has a folder, and only these or none", () => {
    const main = read("policies/main.rego");
    const named = [...main.matchAll(/_domains := \{([^}]*)\}/g)].flatMap((match) =>
      [...match[1]!.matchAll(/"([^"]+)"/g)].map((name) => name[1]!),
    );
    const domains = [...new Set(ruleFolders().map((folder) => basename(dirname(folder))))];
    expect(domains.filter((domain) => !named.includes(domain))).toEqual([]);
  });
});

describe("hand-written pages", () => {
  it("name only files that exist", () => {
    const pages = [
      "README.md",
      "CONTRIBUTING.md",
      ...readdirSync(join(projectRoot, "docs"))
        .filter((page) => page.endsWith(".md"))
        .map((page) => `docs/${page}`),
    ];
    const missing = pages
      .filter((page) => existsSync(join(projectRoot, page)))
      .flatMap((page) =>
        [...read(page).matchAll(/\]\(((?!https?:|#|mailto:)[^)#\s]+)/g)]
          .map((match) => join(dirname(page), match[1]!))
          .filter((target) => !existsSync(join(projectRoot, target)))
          .map((target) => `${page} → ${target}`),
      );
    expect(missing).toEqual([]);
  });
});
