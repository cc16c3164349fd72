import { renameSync, symlinkSync, unlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { openCommit } from "../../src/discovery/commit-tree.ts";
import { aFolder, aRepository, commitAll, git, write } from "./repository.ts";

const all = { include: ["**"], exclude: [] };

async function open(root: string, ref: string, fetch = false) {
  const base = await openCommit({ root, ref, fetch });
  if (!base.ok) throw new Error(base.reason);
  onTestFinished(() => base.close());
  return base;
}

async function refusal(root: string, ref: string, fetch = false): Promise<string> {
  const base = await openCommit({ root, ref, fetch });
  if (base.ok) base.close();
  return base.ok ? "found" : base.reason;
}

const text = async (bytes: Promise<Uint8Array>) => new TextDecoder().decode(await bytes);

describe("openCommit", () => {
  it("reads the files of the commit, not those of the work tree", async () => {
    const folder = aRepository({ "k/a.yaml": "old", "b.tf": "old b" });
    const commit = commitAll(folder);
    write(folder, { "k/a.yaml": "new", "k/new.yaml": "new" });
    const base = await open(folder, "HEAD");
    const tree = base.tree({ ...all, paths: ["."], cwd: folder, root: folder });
    expect(base.commit).toBe(commit);
    expect((await tree.list()).map((entry) => entry.file)).toEqual(["b.tf", "k/a.yaml"]);
    expect(await text(tree.read("k/a.yaml"))).toBe("old");
    expect([tree.has("k"), tree.has("k/a.yaml"), tree.has("./k/"), tree.has("k/new.yaml")]).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });

  it("answers many reads at once, of large, empty and binary files", async () => {
    const files = Object.fromEntries(
      Array.from({ length: 300 }, (_, index) => [`f${index}.yaml`, `n: ${index}\n`]),
    );
    const large = "x".repeat(3_000_000);
    const folder = aRepository({
      ...files,
      "large.yaml": large,
      "empty.yaml": "",
      "bytes.yaml": new Uint8Array([0, 10, 255, 10]),
    });
    commitAll(folder);
    const base = await open(folder, "main");
    const texts = await Promise.all(Object.keys(files).map((file) => text(base.read(file))));
    expect(texts).toEqual(Object.values(files));
    expect((await text(base.read("large.yaml"))).length).toBe(3_000_000);
    expect(await base.read("empty.yaml")).toHaveLength(0);
    expect([...(await base.read("bytes.yaml"))]).toEqual([0, 10, 255, 10]);
    await expect(base.read("gone.yaml")).rejects.toMatchObject({ code: "ENOENT" });
  });

  it("keeps to the PATHs, the exclusions and the folders that are never entered", async () => {
    const folder = aRepository({
      "k/a.yaml": "",
      "k/testdata/t.yaml": "",
      "x/b.yaml": "",
      "n/node_modules/m.yaml": "",
      "r.yaml": "",
    });
    commitAll(folder);
    const base = await open(folder, "HEAD");
    const list = async (paths: readonly string[], exclude: readonly string[] = []) =>
      (await base.tree({ paths, cwd: folder, root: folder, include: ["**"], exclude }).list()).map(
        ({ file }) => file,
      );
    expect(await list(["k"], ["**/testdata"])).toEqual(["k/a.yaml"]);
    expect(await list([".", "-"])).toEqual(["k/a.yaml", "k/testdata/t.yaml", "r.yaml", "x/b.yaml"]);
    expect(await list(["n/node_modules"])).toEqual(["n/node_modules/m.yaml"]);
    expect(await list(["gone", "r.yaml"])).toEqual(["r.yaml"]);
  });

  it("names files relative to a root below the top", async () => {
    const folder = aRepository({ "infra/a.tf": "a", "other/b.tf": "" });
    commitAll(folder);
    const root = join(folder, "infra");
    const base = await open(root, "HEAD");
    const tree = base.tree({ ...all, paths: ["infra"], cwd: folder, root });
    expect((await tree.list()).map((entry) => entry.file)).toEqual(["a.tf"]);
    expect(await text(tree.read("a.tf"))).toBe("a");
  });

  it("reads what a link leads to, and no link out of the repository", async () => {
    const folder = aRepository({ "data/d": "linked", "common/c.yaml": "" });
    write(folder, { "k/a.yaml": "" });
    symlinkSync("../data/d", join(folder, "k/l.yaml"));
    symlinkSync("../common", join(folder, "k/base"));
    write(folder, { "k/etc/hostname": "not the machine's" });
    symlinkSync("/etc/hostname", join(folder, "k/host.yaml"));
    symlinkSync("../../x", join(folder, "k/out.yaml"));
    commitAll(folder);
    const tree = (await open(folder, "HEAD")).tree({ ...all, paths: ["k"], cwd: folder, root: folder });
    expect((await tree.list()).map((entry) => entry.file)).toEqual([
      "common/c.yaml",
      "k/a.yaml",
      "k/etc/hostname",
      "k/l.yaml",
    ]);
    expect(await text(tree.read("k/l.yaml"))).toBe("linked");
    const one = (await open(folder, "HEAD")).tree({
      ...all,
      paths: ["k/host.yaml"],
      cwd: folder,
      root: folder,
    });
    expect(await one.list()).toEqual([]);
  });

  it("reads the folder around a link that is named", async () => {
    const folder = aRepository({ "k/a.yaml": "" });
    symlinkSync(".", join(folder, "k/self"));
    commitAll(folder);
    const tree = (await open(folder, "HEAD")).tree({ ...all, paths: ["k/self"], cwd: folder, root: folder });
    expect((await tree.list()).map((entry) => entry.file)).toEqual(["k/a.yaml"]);
  });

  it("gives names as they are, whatever characters they hold", async () => {
    const name = 'k/ä "quoted"\n::error::.yaml';
    const folder = aRepository({ [name]: "x" });
    commitAll(folder);
    const tree = (await open(folder, "HEAD")).tree({ ...all, paths: ["."], cwd: folder, root: folder });
    expect((await tree.list()).map((entry) => entry.file)).toEqual([name]);
    expect(await text(tree.read(name))).toBe("x");
  });

  it("follows renames from the commit to the work tree", async () => {
    const folder = aRepository({
      "k/a.yaml": "apiVersion: v1\nkind: Pod\nmetadata: { name: a }\n",
      "b.yaml": "b: 1\n",
    });
    const commit = commitAll(folder);
    renameSync(join(folder, "k/a.yaml"), join(folder, "moved.yaml"));
    git(folder, "add", "-A");
    const base = await open(folder, commit);
    expect([...(await base.renames())]).toEqual([["moved.yaml", "k/a.yaml"]]);
  });

  it("says why there is no such commit", async () => {
    const folder = aRepository({ "a.yaml": "" });
    commitAll(folder);
    expect(await refusal(folder, "nope")).toBe("there is no commit nope here");
    expect(await refusal(aFolder(), "main")).toContain("the root is in no git work tree");
    expect(await refusal(folder, "")).toContain("cannot be a git ref");
  });

  it("takes a ref that looks like an option for a ref", async () => {
    const folder = aRepository({ "a.yaml": "" });
    commitAll(folder);
    expect(await refusal(folder, "--help", true)).toBe("there is no commit --help here");
    expect(await refusal(folder, "--upload-pack=touch hacked", true)).toContain("there is no commit");
  });

  it("fetches a commit that a shallow clone does not hold", async () => {
    const origin = aRepository();
    write(origin, { "a.yaml": "oldest" });
    commitAll(origin);
    write(origin, { "a.yaml": "old" });
    const first = commitAll(origin);
    write(origin, { "a.yaml": "new" });
    commitAll(origin);
    git(origin, "config", "uploadpack.allowAnySHA1InWant", "true");
    const clone = join(aFolder(), "clone");
    git(origin, "clone", "-q", "--depth=1", `file://${origin}`, clone);
    expect(await refusal(clone, first)).toContain("there is no commit");
    const base = await open(clone, first, true);
    expect(await text(base.read("a.yaml"))).toBe("old");
    expect(git(clone, "rev-list", "--count", first).trim()).toBe("1");
  });

  it("fetches a branch by its name, with or without the remote's", async () => {
    const origin = aRepository({ "a.yaml": "old" });
    commitAll(origin);
    const clone = join(aFolder(), "clone");
    git(origin, "clone", "-q", `file://${origin}`, clone);
    git(origin, "checkout", "-q", "-b", "later");
    write(origin, { "a.yaml": "later" });
    const commit = commitAll(origin);
    expect((await open(clone, "origin/later", true)).commit).toBe(commit);
    expect((await open(clone, "later", true)).commit).toBe(commit);
  });

  it("says why a commit could not be fetched", async () => {
    const folder = aRepository({ "a.yaml": "" });
    commitAll(folder);
    expect(await refusal(folder, "main2", true)).toMatch(
      /^main2 is not here and could not be fetched: .*origin/,
    );
  });

  it("works where HEAD is detached and the file is gone", async () => {
    const folder = aRepository({ "a.yaml": "a" });
    const commit = commitAll(folder);
    git(folder, "checkout", "-q", "--detach");
    unlinkSync(join(folder, "a.yaml"));
    expect(await text((await open(folder, commit.slice(0, 10))).read("a.yaml"))).toBe("a");
  });
});
