// The statements and matching rules that documents hold, whatever their notation. Takes documents and the files' texts, gives sources
// in the order of the documents. Parses none of them.
import { posix } from "node:path";
import type { Document, StatementText } from "../../model/document.ts";
import type { Notation } from "../../model/inventory/entry.ts";
import { LineIndex } from "../../model/line-index.ts";
import { statementsInCommand, statementsInHeredoc } from "../../readers/iam/commands.ts";
import { statementsInData } from "../../readers/iam/data.ts";
import { statementsInHcl } from "../../readers/iam/hcl.ts";
import { isPlan } from "../terraform/plan.ts";
import type { StatementSource } from "./source.ts";

export type Files = {
  readonly readText: (file: string) => string | undefined;
  /** What evaluated Terraform gave, and the folders that it read: the strings there are not looked at again. */
  readonly terraform?: {
    readonly sources: readonly StatementSource[];
    readonly folders: ReadonlySet<string>;
  };
};

/** What a file must hold to be looked at: lists without one of these keys are found by their first lines. */
const mayHold = /statement|matching[_-]?rule/i;

export function statementSources(
  documents: readonly Document[],
  { readText, terraform }: Files,
): StatementSource[] {
  const fromCommands = documents.map((document) =>
    document.format === "shell"
      ? document.commands.map((command) => statementsInCommand(command, document.file))
      : [],
  );
  const named = new Set(
    documents.flatMap(({ file }, index) =>
      fromCommands[index]!.flatMap(({ files }) => files.flatMap((one) => candidates(file, one))),
    ),
  );
  const asNamed = new Set(fromCommands.flat().flatMap(({ files }) => files));
  const looks = new Map<string, { readonly relevant: boolean; lines?: LineIndex }>();
  const lookAt = (file: string) => {
    const text = readText(file);
    const look = looks.get(file) ?? { relevant: text === undefined || mayHold.test(text) };
    looks.set(file, look);
    return look;
  };
  const told = new Set((terraform?.sources ?? []).map(placeKey));
  const found = documents.flatMap((document, index): StatementSource[] => {
    const { file, format } = document;
    switch (format) {
      case "iam":
        return sources(document.statements, "file");
      case "shell":
        return sources(
          [
            ...fromCommands[index]!.flatMap(({ texts }) => texts),
            ...document.commands.flatMap((command) => statementsInHeredoc(command, file, asNamed)),
          ],
          "command",
        );
      case "hcl":
        if (terraform?.folders.has(posix.dirname(file)) && !file.includes(".tfvars")) return [];
        return sources(statementsInHcl(document), "terraform").filter((one) => !told.has(placeKey(one)));
      case "yaml":
      case "json": {
        const look = lookAt(file);
        if (isPlan(document.value)) return [];
        if (!look.relevant && !Array.isArray(document.value)) return [];
        const text = readText(file);
        if (text !== undefined) look.lines ??= new LineIndex(text);
        return sources(statementsInData(document, look.lines, { named: named.has(file) }), "file");
      }
      default:
        return [];
    }
  });
  return [...(terraform?.sources ?? []), ...found];
}

function placeKey({ place }: StatementSource): string {
  return `${place.file}:${place.range?.start.line}`;
}

/** A relative name is meant from where the script runs: from its own folder, or from the root. */
function candidates(script: string, file: string): string[] {
  return [posix.normalize(posix.join(posix.dirname(script), file)), posix.normalize(file)];
}

function sources(texts: readonly StatementText[], notation: Notation): StatementSource[] {
  return texts.map((text) => new NotedText(text, notation));
}

/** A text as its reader gave it, with the notation: a copy would have its lines looked up. */
class NotedText implements StatementSource {
  readonly notation: Notation;
  declare readonly kind?: NonNullable<StatementText["kind"]>;
  declare readonly owner?: NonNullable<StatementText["owner"]>;
  readonly #text: StatementText;

  constructor(text: StatementText, notation: Notation) {
    this.notation = notation;
    this.#text = text;
    if (text.kind !== undefined) this.kind = text.kind;
    if (text.owner !== undefined) this.owner = text.owner;
  }

  get text(): string {
    return this.#text.text;
  }

  get place(): StatementText["place"] {
    return this.#text.place;
  }

  get at(): StatementText["at"] {
    return this.#text.at;
  }
}
