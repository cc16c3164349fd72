// The unit of the bench: a bare js-yaml `loadAll` of every file of a folder.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { loadAll } from "js-yaml";

const folder = process.argv[2]!;
for (const file of readdirSync(folder)) loadAll(readFileSync(join(folder, file), "utf8"));
