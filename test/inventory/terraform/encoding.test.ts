import fc from "fast-check";
import { load } from "js-yaml";
import { describe, expect, it } from "vitest";
import { ENCODING_FUNCTIONS } from "../../../src/inventory/terraform/functions/encoding.ts";
import type { Json } from "../../../src/model/document.ts";

const encoded = (value: Json) => String(ENCODING_FUNCTIONS.yamlencode!([value]));

describe("yamlencode", () => {
  it("writes several lines as they are, so that scripts in cloud-config can be read", () => {
    const content = '#!/bin/bash\nrun --to "10.0.0.3"\n';
    expect(encoded({ write_files: [{ content, path: "/opt/x" }] })).toBe(
      '"write_files":\n- "content": |\n    #!/bin/bash\n    run --to "10.0.0.3"\n  "path": "/opt/x"\n',
    );
  });

  it("gives YAML that reads back to the same", () => {
    const line = fc.constantFrom(
      "",
      " ",
      "a",
      "\n",
      "\n\n",
      "  b",
      "# c",
      '"',
      "\t",
      "- d",
      ": ",
      "\u0007",
      "é",
    );
    const text = fc.array(line, { maxLength: 6 }).map((parts) => parts.join(""));
    const value = fc.letrec<{ value: Json }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 3 },
        text,
        fc.array(tie("value"), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom("k", "l"), tie("value")),
      ),
    })).value;
    fc.assert(
      fc.property(value, (one) => {
        expect(load(encoded(one))).toEqual(one);
      }),
      { numRuns: 500 },
    );
  });
});
