import { describe, expect, it } from "vitest";
import { largestFile, readSources } from "../../src/discovery/read-sources.ts";
import type { Tree, TreeEntry } from "../../src/model/tree.ts";

type Content = string | Uint8Array | Error;

/** A tree in memory; `more` adds to the entries of the files it names. */
function aTree(
  files: Readonly<Record<string, Content>>,
  more: Readonly<Record<string, Partial<TreeEntry>>> = {},
) {
  const read: string[] = [];
  const tree: Tree = {
    list: () => Promise.resolve(Object.keys(files).map((file) => ({ file, named: false, ...more[file] }))),
    read: async (file) => {
      read.push(file);
      // Later files answer first: order must come from the tree.
      await new Promise((resolve) => setTimeout(resolve, file.length % 3));
      const content = files[file]!;
      if (content instanceof Error) throw content;
      return typeof content === "string" ? new TextEncoder().encode(content) : content;
    },
    has: (path) => path in files,
  };
  return { tree, read };
}

const failure = (code: string) => Object.assign(new Error(code), { code });
const codes = (problems: readonly { code: string; severity: string; place: { file: string } }[]) =>
  problems.map(({ code, severity, place }) => `${severity} ${code} ${place.file}`);

describe("readSources", () => {
  it("gives the sources in the order of the tree and counts the rest", async () => {
    const { tree, read } = aTree({
      "aaa.yaml": "a: 1",
      "b.png": "x",
      "cc.tf": "",
      d: "nothing",
      "e.txt": "prose",
    });
    const { sources, problems, files, filesIrrelevant, filesUnread } = await readSources(tree);
    expect(sources.map(({ file, language, text }) => [file, language, text])).toEqual([
      ["aaa.yaml", "yaml", "a: 1"],
      ["cc.tf", "hcl", ""],
      ["e.txt", "text", "prose"],
    ]);
    expect({ problems, files, filesIrrelevant, filesUnread }).toEqual({
      problems: [],
      files: 5,
      filesIrrelevant: 2,
      filesUnread: 0,
    });
    expect(read).not.toContain("b.png");
  });

  it("reads files that count wherever they lie, once and only where they are", async () => {
    const { tree } = aTree({ "infra/main.tf": "", "env/prod.tfvars": "a = 1", "infra/a.tfvars": "" });
    const list = async () => (await tree.list()).filter(({ file }) => file.startsWith("infra/"));
    const also = ["env/prod.tfvars", "infra/a.tfvars", "env/none.tfvars", "env/prod.tfvars"];
    const { sources, problems } = await readSources({ ...tree, list }, { also });
    expect(sources.map(({ file }) => file)).toEqual(["infra/main.tf", "infra/a.tfvars", "env/prod.tfvars"]);
    expect(problems).toEqual([]);
  });

  it("tells what cannot be read as an error where the name promises something", async () => {
    const { tree } = aTree({
      "a.yaml": failure("EACCES"),
      id_rsa: failure("EACCES"),
      "x.png": failure("EACCES"),
    });
    const { problems, filesUnread } = await readSources(tree);
    expect(codes(problems)).toEqual(["error file/unreadable a.yaml", "warning file/unreadable id_rsa"]);
    expect(problems[0]!.message).toBe("The file cannot be read: permission denied.");
    expect(filesUnread).toBe(2);
  });

  it("warns of binary content under a name that promises text, and of nothing else", async () => {
    const { tree } = aTree({ "a.yaml": new Uint8Array([65, 0, 66]), core: new Uint8Array([0, 1]) });
    expect(codes((await readSources(tree)).problems)).toEqual(["warning file/binary a.yaml"]);
  });

  it("takes byte order marks off and reads UTF-16", async () => {
    const { tree } = aTree({
      "a.yaml": new Uint8Array([0xef, 0xbb, 0xbf, 0x61]),
      "b.yaml": new Uint8Array([0xff, 0xfe, 0x62, 0]),
      "c.yaml": new Uint8Array([0xfe, 0xff, 0, 0x63]),
    });
    expect((await readSources(tree)).sources.map((source) => source.text)).toEqual(["a", "b", "c"]);
  });

  it("reads a file with damaged characters and says so", async () => {
    const { tree } = aTree({ "a.sh": new Uint8Array([0x61, 0xe4, 0x62]) });
    const { sources, problems, filesUnread } = await readSources(tree);
    expect(sources[0]!.text).toBe("a\ufffdb");
    expect(codes(problems)).toEqual(["warning file/encoding a.sh"]);
    expect(filesUnread).toBe(0);
  });

  it("does not read what is too large, an error only where it is about something we look at", async () => {
    const size = largestFile + 1;
    const { tree } = aTree(
      {
        "data.json": '{"rows": []}',
        "list.json": '{"apiVersion":"v1","kind":"List"}',
        "main.tf": "",
        "dump.md": "",
      },
      { "data.json": { size }, "list.json": { size }, "main.tf": { size }, "dump.md": { size } },
    );
    expect(codes((await readSources(tree)).problems)).toEqual([
      "warning file/too-large data.json",
      "error file/too-large list.json",
      "error file/too-large main.tf",
      "warning file/too-large dump.md",
    ]);
  });

  it("notices a large file whose size the tree did not know", async () => {
    const { tree } = aTree({ "a.sh": new Uint8Array(largestFile + 1).fill(35) });
    expect(codes((await readSources(tree)).problems)).toEqual(["error file/too-large a.sh"]);
  });

  it("says so when a named file is in no language that is read", async () => {
    const { tree } = aTree({ "x.py": "print()" }, { "x.py": { named: true } });
    expect(codes((await readSources(tree)).problems)).toEqual(["notice file/unknown-language x.py"]);
  });

  it("looks at a named file whatever its ending says", async () => {
    const { tree } = aTree(
      { "pod.yaml.bak": "apiVersion: v1\nkind: Pod\n" },
      { "pod.yaml.bak": { named: true } },
    );
    expect((await readSources(tree)).sources.map((source) => source.language)).toEqual(["yaml"]);
  });

  it("tells a link that was not followed only where its name promises something", async () => {
    const unreadable = { kind: "link", reason: "a link that leads out of the root" } as const;
    const { tree } = aTree(
      { "a.yaml": "", "b.png": "" },
      { "a.yaml": { unreadable }, "b.png": { unreadable } },
    );
    const { problems } = await readSources(tree);
    expect(codes(problems)).toEqual(["warning file/link a.yaml"]);
    expect(problems[0]!.message).toBe("Not read: this is a link that leads out of the root.");
  });

  it("tells a folder that cannot be listed as an error", async () => {
    const { tree } = aTree({ k8s: "" }, { k8s: { unreadable: { kind: "folder", reason: "EACCES" } } });
    expect(codes((await readSources(tree)).problems)).toEqual(["error file/unreadable k8s"]);
  });

  it("leaves out languages that the run has no use for", async () => {
    const { tree, read } = aTree({ "a.md": "x", "b.yaml": "" });
    const { sources, filesIrrelevant } = await readSources(tree, { skip: new Set(["markdown"]) });
    expect([sources.length, filesIrrelevant, read]).toEqual([1, 1, ["b.yaml"]]);
  });
});
