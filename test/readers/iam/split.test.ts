import { describe, expect, it } from "vitest";
import { parseEntry } from "../../../src/readers/iam/read.ts";
import { splitEntries } from "../../../src/readers/iam/split.ts";

const one = "allow group a to use keys in tenancy";
const two = "allow group b to use keys in tenancy";

function texts(file: string): string[] {
  return splitEntries(file).map(({ text }) => text);
}

describe("a text file of statements", () => {
  it("has one entry per line, with blank lines and comments left out", () => {
    expect(texts(`# head\n\n${one}\n  // note\n\t${two}\r\n`)).toEqual([one, two]);
    expect(texts("")).toEqual([]);
    expect(texts("\uFEFFallow x")).toEqual(["allow x"]);
  });

  it("carries an entry on while its braces are open", () => {
    const file = `${one} where all {\n  request.ad = 'a', # first\n  // second\n\n  request.region = 'b'\n}\n${two}`;
    const entries = splitEntries(file);
    expect(entries).toHaveLength(2);
    expect(parseEntry(entries[0]!.text).verdict).toBe("valid");
    expect(entries[0]!.text).toHaveLength(file.indexOf("\n}") + 2);
    expect(entries[1]).toEqual({ text: two, start: file.lastIndexOf(two) });
  });

  it("goes on where the line right below begins as no entry does", () => {
    const file = `Allow group a\n  to use keys\n  in compartment c\n  where all {\n    x = 'y'\n  }\n${two}\nwhere x = 'y'`;
    const entries = splitEntries(file);
    expect(entries.map(({ text }) => text.replaceAll(/\s+/g, " "))).toEqual([
      "Allow group a to use keys in compartment c where all { x = 'y' }",
      `${two} where x = 'y'`,
    ]);
    for (const { text, start } of entries)
      expect(file.slice(start, start + text.length).length).toBe(text.length);
    expect(entries[1]!.start).toBe(file.indexOf(two));
    expect(texts(`Allow group a\n\nin tenancy`)).toEqual(["Allow group a", "in tenancy"]);
    expect(texts("in tenancy")).toEqual(["in tenancy"]);
  });

  it("begins anew at a statement although a brace is open", () => {
    expect(texts(`${one} where all {request.ad = 'a'\n${two}`)).toEqual([
      `${one} where all {request.ad = 'a'`,
      two,
    ]);
  });

  it("begins anew at a matching rule that the line before cannot lead to", () => {
    const open = "all {resource.type = 'a'";
    expect(texts(`${open}\nany {resource.type = 'b'}`)).toEqual([open, "any {resource.type = 'b'}"]);
    expect(texts(`${open},\nany {resource.type = 'b'}}`)).toHaveLength(1);
  });

  it("does not count braces in quotes, nor take an apostrophe for one", () => {
    expect(texts(`${one} where request.ad = '{'\n${two}`)).toHaveLength(2);
    expect(texts(`allow group bob's to {\nA_B } in tenancy`)).toHaveLength(1);
  });

  it("leaves out a comment behind an entry, not a `#` or `//` inside one", () => {
    expect(texts(`${one} # why\n${two} // how`)).toEqual([one, two]);
    expect(texts(`${one} where request.ad = 'a # b // c'`)).toEqual([
      `${one} where request.ad = 'a # b // c'`,
    ]);
  });

  it("takes bullets, numbers and quotation marks of a list off", () => {
    const file = `- ${one}\n2. ${two}\n* "${one}",\n"${two}"`;
    const entries = splitEntries(file);
    expect(entries.map(({ text }) => text)).toEqual([one, two, one, two]);
    for (const { text, start } of entries) expect(file.slice(start, start + text.length)).toBe(text);
  });

  it("keeps what is no statement as an entry", () => {
    expect(texts(`hello\n${one}`)).toEqual(["hello", one]);
  });
});
