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
