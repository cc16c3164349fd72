import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { looksLikeKickstart, MAX_CHARACTERS, readKickstart } from "../../../src/readers/kickstart/read.ts";
import { growth } from "../../growth.ts";

const read = (text: string) => readKickstart({ file: "ks.cfg", text });
const first = (text: string) => read(text).document.commands[0];

describe("commands", () => {
  it.each<[string, string, Record<string, string | true>, string[]]>([
    ["an option with a blank", "part /boot --label boot", { label: "boot" }, ["/boot"]],
    ["an option with an equals sign", "part /boot --label=boot", { label: "boot" }, ["/boot"]],
    [
      "an option without a value",
      "ostreesetup --nogpg --osname ock --url=http://x/a --ref ock",
      { nogpg: true, osname: "ock", url: "http://x/a", ref: "ock" },
      [],
    ],
    ["a flag before an argument", "rootpw --iscrypted $6$abc", { iscrypted: true }, ["$6$abc"]],
    ["quotes", "bootloader --append=\"a=b c=d\" --x 'e f'", { append: "a=b c=d", x: "e f" }, []],
    ["quotes inside a value", 'bootloader --append=a="b c"', { append: "a=b c" }, []],
    ["an escaped quote", 'user --gecos "a \\"b\\""', { gecos: 'a "b"' }, []],
    ["an empty value", "bootloader --append= --x=''", { append: "", x: "" }, []],
    ["the last of two", "x --a=1 --a=2", { a: "2" }, []],
    ["a variable", "ostreesetup --ref $REF --url=${URL}", { ref: "$REF", url: "${URL}" }, []],
    ["a comment behind it", "selinux --enforcing # not --disabled", { enforcing: true }, []],
  ])("reads %s", (_, text, options, args) => {
    const command = first(text);
    expect(command).toMatchObject({ name: text.split(" ")[0], args });
    expect(command?.options).toEqual(options);
  });

  it("joins continued lines, and gives the range of all of them", () => {
    const { document, problems } = read("lang en\n  ostreesetup --osname=ock \\\n    --ref=ock\ntext\n");
    expect(document.commands.map(({ name }) => name)).toEqual(["lang", "ostreesetup", "text"]);
    expect(document.commands[1]).toMatchObject({
      options: { osname: "ock", ref: "ock" },
      range: { start: { line: 2, column: 3 }, end: { line: 3, column: 14 } },
    });
    expect(problems).toEqual([]);
  });

  it("reads Windows line ends", () => {
    const { document } = read("part / \\\r\n --label=root\r\ntext\r\n");
    expect(document.commands.map(({ name, options, args }) => [name, options, args])).toEqual([
      ["part", { label: "root" }, ["/"]],
      ["text", {}, []],
    ]);
  });

  it("skips comments, also those that end in a backslash", () => {
    expect(read("# part / \\\ntext\n#part /\n").document.commands.map(({ name }) => name)).toEqual(["text"]);
  });

  it("says that a quote is open", () => {
    const { document, problems } = read('bootloader --append="a b\ntext\n');
    expect(problems.map(({ code, place }) => [code, place.range?.start.line])).toEqual([
      ["kickstart/unclosed-quote", 1],
    ]);
    expect(document.commands.map(({ name }) => name)).toEqual(["bootloader", "text"]);
  });
});

describe("sections", () => {
  it("keeps their bodies apart from the commands", () => {
    const { document, problems } = read(
      "%packages --nocore\n@base\n%end\n%post --erroronfail --log=/x\nrootpw no\n%end\ntext\n",
    );
    expect(document.sections.map(({ name, args, body }) => [name, args, body])).toEqual([
      ["packages", "--nocore", "@base\n"],
      ["post", "--erroronfail --log=/x", "rootpw no\n"],
    ]);
    expect(document.sections[1]?.range).toEqual({
      start: { line: 4, column: 1 },
      end: { line: 6, column: 5 },
    });
    expect(document.commands.map(({ name }) => name)).toEqual(["text"]);
    expect(problems).toEqual([]);
  });

  it("says that one does not end, and goes on at the next", () => {
    const { document, problems } = read("%pre\na\n%post\nb\n");
    expect(document.sections.map(({ name, body }) => [name, body])).toEqual([
      ["pre", "a\n"],
      ["post", "b\n"],
    ]);
    expect(problems.map(({ code }) => code)).toEqual([
      "kickstart/unclosed-section",
      "kickstart/unclosed-section",
    ]);
  });
});

it("keeps comments that mention the product", () => {
  const { comments } = read("# oke-policy: ignore[a] x\ntext # oke-policy: ignore[b]\n# other\n").document;
  expect(comments.map(({ text, alone, range }) => [text, alone, range.start])).toEqual([
    ["oke-policy: ignore[a] x", true, { line: 1, column: 1 }],
    ["oke-policy: ignore[b]", false, { line: 2, column: 6 }],
  ]);
});

it("places a file that stands in another one", () => {
  const { document } = readKickstart({
    file: "s.sh",
    text: "text\n",
    position: (offset) => ({ line: 7, column: offset + 3 }),
  });
  expect(document.commands[0]?.range).toEqual({ start: { line: 7, column: 3 }, end: { line: 7, column: 7 } });
});

describe("recognition", () => {
  const text = "bootloader --append=x\nostreesetup --ref=ock\n%packages\n%end\n";
  it.each(["ock.ks", "a/ks.cfg", "anaconda-ks.cfg", "node.cfg", "ks.cfg.tmpl", "kickstart-node.cfg"])(
    "knows %s",
    (file) => {
      expect(looksLikeKickstart(file, text)).toBe(true);
    },
  );
  it.each<[string, string]>([
    ["setup.cfg", "[metadata]\nname = x\n"],
    ["haproxy.cfg", "global\n  log x\ndefaults\n"],
    ["ks.cfg", "[a]\nb=c\n"],
    ["script.sh", text],
    ["readme.md", text],
  ])("does not take %s for one", (file, content) => {
    expect(looksLikeKickstart(file, content)).toBe(false);
  });
});

it.each([
  ["kickstart/binary", "text\0"],
  ["kickstart/too-large", "text\n".repeat(MAX_CHARACTERS / 5 + 1)],
])("says %s", (code, text) => {
  const { document, problems } = read(text);
  expect(problems.map((problem) => [problem.code, problem.severity])).toEqual([[code, "error"]]);
  expect(document.commands).toEqual([]);
});

it("never throws, and keeps every range inside the text", () => {
  const part = fc.constantFrom(
    "part",
    "--a",
    "--b=",
    "=",
    " ",
    "\n",
    "\\\n",
    '"',
    "'",
    "\\",
    "#",
    "%packages",
    "%end",
    "%x",
    "\r\n",
    "$X",
    "é",
    "\t",
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 60 }), (parts) => {
      const text = parts.join("");
      const rows = text.split("\n");
      const { document, problems } = read(text);
      for (const { range } of [
        ...document.commands,
        ...document.sections,
        ...problems.map(({ place }) => ({ range: place.range! })),
      ]) {
        expect(range.end.line).toBeLessThanOrEqual(rows.length);
        expect(range.end.column).toBeLessThanOrEqual((rows[range.end.line - 1]?.length ?? 0) + 2);
        expect(range.start.line).toBeLessThanOrEqual(range.end.line);
      }
    }),
    { numRuns: 500 },
  );
});

it.each(["part / --a=b\n", "%pre\n", "x \\\n", '"\n', "--a "])(
  "reads half a million characters of %j in step with their number",
  (part) => {
    const text = (size: number) => part.repeat(size / part.length);
    expect(growth(text, read, [50_000, 500_000])).toBeLessThan(60);
  },
);
