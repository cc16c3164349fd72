import { chmodSync, mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { readSources } from "../../src/discovery/read-sources.ts";
import { nameFrom, resolveRoot } from "../../src/discovery/root.ts";
import { type WorkTreeRequest, workTree } from "../../src/discovery/work-tree.ts";
import { aFolder, aRepository, commitAll, git, write } from "./repository.ts";

type Changes = Partial<WorkTreeRequest>;

async function entriesOf(cwd: string, paths: readonly string[] = ["."], changes: Changes = {}) {
  const root = changes.root ?? resolveRoot({ paths, cwd });
  return await workTree({ paths, cwd, root, include: ["**"], exclude: [], ...changes }).list();
}

async function filesOf(
  cwd: string,
  paths?: readonly string[],
  changes?: Changes,
): Promise<readonly string[]> {
  return (await entriesOf(cwd, paths, changes)).map((entry) => entry.file);
}

describe("workTree", () => {
  it("lists every file in one order, hidden ones and vendored ones too", async () => {
    const folder = aFolder({
      "b.yaml": "",
      "B.yaml": "",
      "a/z.yaml": "",
      ".github/x.yml": "",
      "vendor/v.yaml": "",
      "ä.yaml": "",
    });
    expect(await filesOf(folder)).toEqual([
      ".github/x.yml",
      "B.yaml",
      "a/z.yaml",
      "b.yaml",
      "vendor/v.yaml",
      "ä.yaml",
    ]);
  });

  it("does not enter .git, node_modules and .terraform", async () => {
    const folder = aRepository({
      "node_modules/m/x.yaml": "",
      "a/.terraform/y.tf": "",
      "a/node_modules/z.yaml": "",
      "k.yaml": "",
    });
    expect(await filesOf(folder)).toEqual(["k.yaml"]);
  });

  it("leaves out what git ignores, but not what git tracks all the same", async () => {
    const folder = aRepository({
      ".gitignore": "build/\n*.log\n",
      "build/b.yaml": "",
      "x.log": "",
      "sub/y.log": "",
      "sub/k.yaml": "",
    });
    write(folder, { "build/kept.yaml": "" });
    git(folder, "add", "-f", "build/kept.yaml");
    expect(await filesOf(folder)).toEqual([".gitignore", "build/kept.yaml", "sub/k.yaml"]);
  });

  it("reads a file that is named although git ignores it", async () => {
    const folder = aRepository({ ".gitignore": "*.log\n", "x.log": "", "y.log": "" });
    expect(await entriesOf(folder, [".", "x.log"])).toEqual([
      { file: ".gitignore", named: false },
      { file: "x.log", named: true, size: 0 },
    ]);
  });

  it("reads everything under a named folder that git ignores", async () => {
    const folder = aRepository({
      ".gitignore": "build/\n*.log\n",
      "build/b.yaml": "",
      "build/deep/x.log": "",
      "k.yaml": "",
    });
    expect(await filesOf(folder, ["build"])).toEqual(["build/b.yaml", "build/deep/x.log"]);
    expect(await filesOf(folder, ["build/deep"])).toEqual(["build/deep/x.log"]);
  });

  it("asks each work tree inside the folder for its own patterns", async () => {
    const folder = aRepository({ "k.yaml": "", ".gitignore": "*.tmp\n" });
    write(folder, { "inner/.gitignore": "*.yaml\n", "inner/i.yaml": "", "inner/i.yml": "" });
    git(join(folder, "inner"), "init", "-q");
    expect(await filesOf(folder)).toEqual([".gitignore", "inner/.gitignore", "inner/i.yml", "k.yaml"]);
  });

  it("asks the right repository also inside a git hook", async () => {
    const folder = aRepository({ ".gitignore": "*.tmp\n", "x.tmp": "", "tracked.tmp": "" });
    git(folder, "add", "-f", "tracked.tmp");
    vi.stubEnv("GIT_DIR", join(aRepository(), ".git"));
    vi.stubEnv("GIT_WORK_TREE", "/nowhere");
    onTestFinished(() => void vi.unstubAllEnvs());
    expect(await filesOf(folder)).toEqual([".gitignore", "tracked.tmp"]);
  });

  it("reads all files where there is no git", async () => {
    const folder = aRepository({ ".gitignore": "*.tmp\n", "x.tmp": "" });
    vi.stubEnv("PATH", aFolder());
    onTestFinished(() => void vi.unstubAllEnvs());
    expect(await filesOf(folder)).toEqual([".gitignore", "x.tmp"]);
  });

  it("reads all files outside of any work tree", async () => {
    const folder = aFolder({ ".gitignore": "*.yaml\n", "k.yaml": "" });
    expect(await filesOf(folder)).toEqual([".gitignore", "k.yaml"]);
  });

  it("keeps to include and exclude, where a folder means all in it", async () => {
    const folder = aFolder({
      "k8s/a.yaml": "",
      "k8s/testdata/b.yaml": "",
      "x/testdata/c/d.yaml": "",
      "docs/e.yaml": "",
      "f.yaml": "",
    });
    const exclude = ["**/testdata/**", "docs/"];
    expect(await filesOf(folder, ["."], { exclude })).toEqual(["f.yaml", "k8s/a.yaml"]);
    expect(await filesOf(folder, ["."], { include: ["k8s"] })).toEqual(["k8s/a.yaml", "k8s/testdata/b.yaml"]);
  });

  it("reads a named file although the configuration excludes it", async () => {
    const folder = aFolder({ "docs/e.yaml": "" });
    expect(await filesOf(folder, ["docs/e.yaml"], { exclude: ["docs/**"] })).toEqual(["docs/e.yaml"]);
  });

  it("says which PATH does not exist", async () => {
    const folder = aFolder({ "a.yaml": "" });
    await expect(filesOf(folder, ["a.yaml", "k8z"])).rejects.toThrow(/^k8z: no such file or folder$/);
    await expect(filesOf(folder, ["a.yaml/b"])).rejects.toThrow("a.yaml/b: no such file or folder");
    await expect(filesOf(folder, ["*.yml"])).rejects.toThrow("patterns are filled in by the shell");
    symlinkSync("nowhere", join(folder, "gone.yaml"));
    await expect(filesOf(folder, ["gone.yaml"])).rejects.toThrow("gone.yaml: a link that leads nowhere");
  });

  it("names files outside the root by the way to them", async () => {
    const folder = aFolder({ "root/a.yaml": "", "other/b.yaml": "" });
    expect(await filesOf(folder, ["root", "other"], { root: join(folder, "root") })).toEqual([
      "../other/b.yaml",
      "a.yaml",
    ]);
  });

  it("lists a file once, however often its folder is named", async () => {
    const folder = aFolder({ "k/a.yaml": "" });
    expect(await filesOf(folder, [".", "k", "./k/a.yaml"])).toEqual(["k/a.yaml"]);
  });

  it("lists standard input as YAML under a name of its own", async () => {
    const folder = aFolder();
    const stdin = () => Promise.resolve(new TextEncoder().encode("a: 1"));
    const tree = workTree({ paths: ["-"], cwd: folder, root: folder, include: ["**"], exclude: [], stdin });
    expect(await tree.list()).toEqual([{ file: "stdin", named: true, language: "yaml" }]);
    expect(new TextDecoder().decode(await tree.read("stdin"))).toBe("a: 1");
  });

  it("does not take a file for standard input, or the other way round", async () => {
    const folder = aFolder({ stdin: "", "k/stdin": "" });
    await expect(filesOf(folder, ["-", "stdin"])).rejects.toThrow("together with standard input");
    await expect(filesOf(folder, [".", "-"])).rejects.toThrow("together with standard input");
    expect(await filesOf(folder, ["-", "k"])).toEqual(["k/stdin", "stdin"]);
  });

  it("knows which paths exist", () => {
    const folder = aFolder({ "k/a.yaml": "" });
    const tree = workTree({ paths: ["."], cwd: folder, root: folder, include: ["**"], exclude: [] });
    expect([tree.has("k"), tree.has("k/a.yaml"), tree.has("k/b.yaml")]).toEqual([true, true, false]);
  });
});

describe("links in the work tree", () => {
  it("are not followed out of the root, and said", async () => {
    const outside = aFolder({ "secret.yaml": "", "deep/x.yaml": "" });
    const folder = aFolder({ "a.yaml": "" });
    symlinkSync(join(outside, "secret.yaml"), join(folder, "b.yaml"));
    symlinkSync(join(outside, "deep"), join(folder, "deep"));
    symlinkSync("nowhere", join(folder, "gone.yaml"));
    expect(await entriesOf(folder)).toEqual([
      { file: "a.yaml", named: false },
      {
        file: "b.yaml",
        named: false,
        unreadable: { kind: "link", reason: "a link that leads out of the root" },
      },
      {
        file: "deep",
        named: false,
        unreadable: { kind: "link", reason: "a link that leads out of the root" },
      },
      { file: "gone.yaml", named: false, unreadable: { kind: "link", reason: "a link that leads nowhere" } },
    ]);
  });

  it("add nothing when what they lead to is read anyway", async () => {
    const folder = aFolder({ "a.yaml": "", "k/b.yaml": "" });
    symlinkSync("a.yaml", join(folder, "link.yaml"));
    symlinkSync("k", join(folder, "k2"));
    symlinkSync("..", join(folder, "k/up"));
    expect(await filesOf(folder)).toEqual(["a.yaml", "k/b.yaml"]);
  });

  it("bring in what lies in the root but not under the PATH, once", async () => {
    const folder = aFolder({ "common/c.yaml": "", "one/data": "", "k/b.yaml": "" });
    symlinkSync("../common", join(folder, "k/base"));
    symlinkSync("../common", join(folder, "k/base2"));
    symlinkSync("../one/data", join(folder, "k/d.yaml"));
    symlinkSync("../one/data", join(folder, "k/e.yaml"));
    expect(await filesOf(folder, ["k"], { root: folder })).toEqual(["common/c.yaml", "k/b.yaml", "k/d.yaml"]);
  });

  it("that are named are followed into the root, also to what holds them", async () => {
    const folder = aFolder({ "k/a.yaml": "", "k/up/b.yaml": "" });
    symlinkSync("k", join(folder, "current"));
    symlinkSync(".", join(folder, "k/self"));
    expect(await filesOf(folder, ["current"])).toEqual(["k/a.yaml", "k/up/b.yaml"]);
    expect(await filesOf(folder, ["k/self/"])).toEqual(["k/a.yaml", "k/up/b.yaml"]);
  });

  it("that are named and lead a folder out of the root are not taken for an empty folder", async () => {
    const folder = aFolder({ "a.yaml": "" });
    symlinkSync(aFolder({ "x.yaml": "" }), join(folder, "deep"));
    const tree = workTree({ paths: ["deep"], cwd: folder, root: folder, include: ["**"], exclude: [] });
    const { problems } = await readSources(tree);
    expect(problems).toMatchObject([{ code: "file/link", severity: "error", place: { file: "deep" } }]);
  });

  it("that are named and lead to a file out of the root are not read", async () => {
    const folder = aFolder({ "a.yaml": "" });
    symlinkSync(join(aFolder({ "x.yaml": "" }), "x.yaml"), join(folder, "b.yaml"));
    symlinkSync("a.yaml", join(folder, "c.yaml"));
    const tree = workTree({
      paths: ["b.yaml", "c.yaml"],
      cwd: folder,
      root: folder,
      include: ["**"],
      exclude: [],
    });
    const { sources, problems } = await readSources(tree);
    expect(sources.map(({ file }) => file)).toEqual(["c.yaml"]);
    expect(problems).toMatchObject([{ code: "file/link", severity: "error", place: { file: "b.yaml" } }]);
  });

  it("end, also where they lead in a circle", async () => {
    const folder = aFolder({ "one/a.yaml": "", "two/b.yaml": "" });
    symlinkSync("../two", join(folder, "one/two"));
    symlinkSync("../one", join(folder, "two/one"));
    expect(await filesOf(folder, ["one"], { root: folder })).toEqual(["one/a.yaml", "two/b.yaml"]);
  });
});

describe.skipIf(process.getuid?.() === 0)("a folder without permission", () => {
  it("is listed as unreadable, not taken for empty", async () => {
    const folder = aFolder({ "a.yaml": "" });
    mkdirSync(join(folder, "closed"));
    chmodSync(join(folder, "closed"), 0);
    expect(await entriesOf(folder)).toContainEqual({
      file: "closed",
      named: false,
      unreadable: { kind: "folder", reason: "EACCES" },
    });
    chmodSync(join(folder, "closed"), 0o700);
  });
});

describe("resolveRoot", () => {
  it("is the top of the first PATH's work tree", () => {
    const folder = aRepository({ "k/deep/a.yaml": "" });
    expect(resolveRoot({ paths: ["k/deep/a.yaml"], cwd: folder })).toBe(folder);
    expect(resolveRoot({ paths: ["-", "a.yaml"], cwd: join(folder, "k/deep") })).toBe(folder);
  });

  it("is the current folder outside of any work tree", () => {
    const folder = aFolder({ "k/a.yaml": "" });
    expect(resolveRoot({ paths: ["k"], cwd: folder })).toBe(folder);
  });

  it("is what --root says, and fails when there is no such folder", () => {
    const folder = aRepository({ "k/a.yaml": "" });
    expect(resolveRoot({ paths: ["k"], cwd: folder, root: "k" })).toBe(join(folder, "k"));
    expect(() => resolveRoot({ paths: ["k"], cwd: folder, root: "nope" })).toThrow(
      "--root nope: no such folder",
    );
    expect(() => resolveRoot({ paths: ["k"], cwd: folder, root: "k/a.yaml" })).toThrow("not a folder");
  });

  it("does not depend on the way the current folder was reached", async () => {
    const folder = aRepository({ "k/a.yaml": "" });
    commitAll(folder);
    const other = aFolder();
    symlinkSync(folder, join(other, "way"));
    expect(resolveRoot({ paths: ["k"], cwd: join(other, "way") })).toBe(folder);
    expect(await filesOf(join(other, "way"), ["k"])).toEqual(["k/a.yaml"]);
    expect(nameFrom(folder, folder)).toBe(".");
  });
});
