// Makes everything that is generated: `node scripts/build.ts [policies] [code] [schema] [docs]`, all of it without a word.
// `--draft` leaves out rules that are not whole yet, with a warning: for trying one rule while another is being written.
const PARTS: Readonly<Record<string, () => Promise<void>>> = {
  schema: async () => (await import("./build-schema.ts")).buildSchema(),
  policies: async () => (await import("./build-policies.ts")).buildPolicies(draft),
  code: async () => (await import("./build-code.ts")).buildCode(),
  docs: async () => (await import("./build-docs.ts")).buildDocs(),
};

const draft = process.argv.includes("--draft");
const named = process.argv.slice(2).filter((word) => word !== "--draft");
const unknown = named.filter((part) => !(part in PARTS));
if (unknown.length > 0)
  throw new Error(`unknown part ${unknown.join(", ")}: there are ${Object.keys(PARTS).join(", ")}`);
for (const part of named.length > 0 ? named : Object.keys(PARTS)) await PARTS[part]!();
