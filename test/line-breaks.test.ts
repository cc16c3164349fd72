// The bad examples of every rule with the line breaks of Windows: the same findings at the same lines.
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { ruleFolders } from "../scripts/rule-book.ts";
import { examplesIn, found, scanExample } from "./example.ts";

describe("the line breaks of Windows", () => {
  it.each(ruleFolders().map((folder) => [basename(folder), folder]))(
    "change nothing for %s",
    async (rule, folder) => {
      for (const example of examplesIn(join(folder, "examples"))) {
        if (!example.name.startsWith("bad")) continue;
        const files = new Map(
          [...example.files].map(([file, text]) => [file, text.replaceAll(/\r?\n/g, "\r\n")]),
        );
        expect(found(await scanExample({ ...example, files }, [rule]))).toEqual(example.expected);
      }
    },
  );
});
