// What the files that settle a run come to, wherever they lie.
import { join, sep } from "node:path";
import { expect, it } from "vitest";
import { findConfig } from "../src/settings.ts";

const root = join(sep, "repo", "infra");
const book = { rules: [], digest: "", kinds: [] } as unknown as Parameters<typeof findConfig>[2];

it.each([
  [".oke-policy.yaml", "env/prod.tfvars", "env/prod.tfvars"],
  [".oke-policy.yaml", "./env/prod.tfvars", "env/prod.tfvars"],
  ["ci/policy.yaml", "prod.tfvars", "ci/prod.tfvars"],
  ["ci/policy.yaml", "../env/prod.tfvars", "env/prod.tfvars"],
  ["../ci/policy.yaml", "../infra/env/prod.tfvars", "env/prod.tfvars"],
  ["../../elsewhere/policy.yaml", "env/prod.tfvars", "env/prod.tfvars"],
])("takes the var files of %s beside it: %s is %s", async (config, written, found) => {
  const text = `terraform: { varFiles: ["${written}", ["${written}"]] }\n`;
  const read = async () => new TextEncoder().encode(text);
  const loaded = await findConfig({ config: join(root, config), cwd: root }, root, book, read);
  expect(loaded.config.varFiles).toEqual([found, [found]]);
});

const overlooked = async (files: readonly string[], changes: object = {}) => {
  const read = async (path: string) => {
    if (files.some((file) => join(root, file) === path)) return new Uint8Array();
    throw Object.assign(new Error("not there"), { code: "ENOENT" });
  };
  const loaded = await findConfig({ cwd: root, ...changes }, root, book, read);
  return loaded.problems.map(({ code, severity, place }) => `${severity} ${code} ${place.file}`);
};

it("tells of a file that is taken for the configuration and is not", async () => {
  const below = { cwd: join(root, "apps", "shop") };
  const inside = "apps/shop/.oke-policy.yaml";
  expect(await overlooked([".oke-policy.yml"])).toEqual(["warning config/not-read .oke-policy.yml"]);
  expect(await overlooked([inside], below)).toEqual([`warning config/not-read ${inside}`]);
  expect(await overlooked([inside, ".oke-policy.yaml"], below)).toEqual([
    `warning config/not-read ${inside}`,
  ]);
});

it("tells nothing where the configuration was named, or is the one", async () => {
  const inside = "apps/shop/.oke-policy.yaml";
  const below = { cwd: join(root, "apps", "shop") };
  expect(await overlooked([".oke-policy.yaml"])).toEqual([]);
  expect(await overlooked([inside], { ...below, config: ".oke-policy.yaml" })).toEqual([]);
  expect(await overlooked(["../elsewhere/.oke-policy.yaml"], { cwd: join(root, "..", "elsewhere") })).toEqual(
    [],
  );
});
